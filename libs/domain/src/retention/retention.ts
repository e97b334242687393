import type { OrganisationKind } from '../access/roles.ts';
import { addDays, addMonths, compareDays, type Day } from '../calendar/day.ts';
import { type RetainedRecordType, type RetentionRule, retentionRuleFor } from './retention-rules.ts';

const MONTHS_IN_A_YEAR = 12;

/**
 * The first day on which a record may be destroyed. The term runs from the last clinical change, in whole years, and its last
 * day is kept too: changed on 12-03-2006, kept for 20 years up to and including 12-03-2026, due on 13-03-2026. The day of the
 * month stays, clamped to the month: 29-02-2008 + 15 years ends with 28-02-2023, due on 01-03-2023.
 * Source: BW 7:454(3) counts from the moment of the change, so the whole of the last day is waited for.
 * @param lastClinicalChangeOn the day in Europe/Amsterdam
 */
export function destroyDueOn({ years }: Pick<RetentionRule, 'years'>, lastClinicalChangeOn: Day): Day {
  return addDays(addMonths(lastClinicalChangeOn, years * MONTHS_IN_A_YEAR), 1);
}

/** What one organisation holds of a client. */
export interface RetainedPart {
  readonly recordType: RetainedRecordType;
  readonly ownerKind: OrganisationKind;
  readonly lastClinicalChangeOn: Day;
}

export interface PartRetention<Part extends RetainedPart = RetainedPart> {
  readonly part: Part;
  readonly rule: RetentionRule;
  readonly dueOn: Day;
}

/**
 * When a whole record is due: with the latest of its parts, since a record is destroyed whole. Later where somebody said that
 * good care asks it to be kept: up to and including `keptUntilOn`, never earlier than the law. Throws RangeError without parts.
 */
export function retentionOf<Part extends RetainedPart>(
  parts: readonly Part[],
  keptUntilOn: Day | null = null,
): { readonly dueOn: Day; readonly decidedBy: PartRetention<Part>; readonly parts: readonly PartRetention<Part>[] } {
  const terms = parts.map((part) => {
    const rule = retentionRuleFor(part.recordType, part.ownerKind);
    return { part, rule, dueOn: destroyDueOn(rule, part.lastClinicalChangeOn) };
  });
  const [latest] = terms.toSorted((a, b) => compareDays(b.dueOn, a.dueOn));
  if (latest === undefined) throw new RangeError('A record has at least one part');
  const extendedOn = keptUntilOn === null ? latest.dueOn : addDays(keptUntilOn, 1);
  return { dueOn: extendedOn > latest.dueOn ? extendedOn : latest.dueOn, decidedBy: latest, parts: terms };
}

/** From the due day itself on. */
export function isDestroyDue(dueOn: Day, today: Day): boolean {
  return today >= dueOn;
}

/** How far ahead good care can ask to keep a record, in years. Ours. */
export const EXTENSION_YEARS = 30;

/** Whether a record can be kept through this day for good care: today at the earliest, thirty years on at the latest. */
export function isExtensionDay(untilOn: Day, today: Day): boolean {
  return untilOn >= today && untilOn <= addMonths(today, EXTENSION_YEARS * MONTHS_IN_A_YEAR);
}
