/** Kinds of organisations, as far as their hours differ. */
export type WorkplaceKind = 'PRACTICE' | 'HOME_CARE' | 'SPECIALIST' | 'SOCIAL_WORK';

/** Ordinary hours in Europe/Amsterdam: from and until as HH:MM, and whether Saturday and Sunday are working days. */
export interface WorkingHours {
  readonly from: string;
  readonly until: string;
  readonly weekend: boolean;
}

/**
 * When people of an organisation ordinarily work (ours): home care has early and late shifts every day, the others work on
 * weekdays, with an hour to spare on both sides. Whoever is on duty at other hours shows that in earlier weeks; see `worksOutsideHours`.
 */
export const WORKING_HOURS: Readonly<Record<WorkplaceKind, WorkingHours>> = {
  PRACTICE: { from: '07:00', until: '20:00', weekend: false },
  HOME_CARE: { from: '06:30', until: '23:30', weekend: true },
  SPECIALIST: { from: '07:00', until: '20:00', weekend: false },
  SOCIAL_WORK: { from: '07:00', until: '20:00', weekend: false },
};
