import { addMonths, type Day } from '../calendar/day.ts';

export const DESTRUCTION_STATES = ['RECEIVED', 'GRANTED', 'PARTLY', 'REFUSED'] as const;
/**
 * Parts of a record that can go while the rest stays. Who the client is, her team, consents, restrictions and invitations are no
 * part: without them there is no record. Source: trust.md 2 (done, partly or refused with the reason); the parts are ours.
 */
export const DESTRUCTION_PARTS = ['FORMS', 'CARE_PLANS', 'TREATMENT', 'SURROUNDINGS', 'CONTACTS', 'MEETINGS'] as const;
export type DestructionPart = (typeof DESTRUCTION_PARTS)[number];
export const DESTRUCTION_REQUESTERS = ['CLIENT', 'REPRESENTATIVE'] as const;
/** Another's substantial interest in keeping the record, or a law that asks for it. Source: BW 7:455(2). */
export const DESTRUCTION_REFUSALS = ['OTHERS_INTEREST', 'LAW_KEEPS'] as const;
export const DESTRUCTION_TEXT_LIMITS = { max: 1000 } as const;

const MONTHS_TO_DECIDE = 3;

/** The last day on which a request is decided in time: three months on, 30-11 for 31-08. Source: BW 7:455, trust.md 2. */
export function destructionDueOn(requestedOn: Day): Day {
  return addMonths(requestedOn, MONTHS_TO_DECIDE);
}

/** From the day after the last one: day 92 of a request of 31 August. */
export function isDestructionOverdue(dueOn: Day, today: Day): boolean {
  return today > dueOn;
}
