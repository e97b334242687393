import { formatDutchDay, isDay, type ProfileLabels, PROFILES } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { profileWord } from '../platform/profile-labels.tsx';
import type { TimelineItem } from './timeline-queries.ts';

/** What happened: „Vragenlijst op papier”, „Zorgleefplan vastgesteld”. */
export function whatHappened({ kind, code }: TimelineItem, labels: ProfileLabels): string {
  const profile = PROFILES.find((one) => one === code);
  if (kind === 'PROFILE' && profile !== undefined)
    return text('timeline.profile', { profile: profileWord(profile, labels) });
  const signal = kind === 'SIGNAL' ? findText(`signals.type.${code}`) : undefined;
  if (signal !== undefined) return text('timeline.signal', { signal });
  const referral = kind === 'REFERRAL' ? findText(`referrals.type.${code}`) : undefined;
  if (referral !== undefined) return text('timeline.referral', { referral });
  return findText(`timeline.code.${kind}.${code}`) ?? text(`timeline.kind.${kind}`);
}

export const fieldWords = (field: string): string => findText(`timeline.field.${field}`) ?? text('timeline.otherField');

/** A value as people read it: a day the Dutch way, nothing as „leeg”. */
export function valueWords(value: string | null, labels: ProfileLabels): string {
  if (value === null || value === '') return text('timeline.empty');
  const profile = PROFILES.find((one) => one === value);
  if (profile !== undefined) return profileWord(profile, labels);
  return isDay(value) ? formatDutchDay(value) : (findText(`timeline.value.${value}`) ?? value);
}

/** Keys to other rows say nothing to people. */
export const isTold = ({ field }: { field: string }): boolean => !field.endsWith('_id') && !field.endsWith('_by');
