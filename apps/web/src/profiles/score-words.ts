import type { InstrumentId } from '@samenoud/domain';
import { numberOf } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { profileName } from '../platform/profile-labels.tsx';
import type { Assessment, ScoreView } from './profile-types.ts';

type Scored = Pick<ScoreView, 'lower' | 'upper' | 'missing' | 'cutOff'>;
/** An assessment without its answers and points. */
export type Assessed = Omit<Assessment, 'instruments'> & { instruments: { gfi: Scored; imesa: Scored } };

/** "a", "a of b", "a, b of c"; by the key with "en" likewise. */
function listed(words: readonly string[], key: 'profiles.or' | 'profiles.and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : text(key, { list: words.slice(0, -1).join(', '), last });
}

/** „GFI 6”, or with open questions „GFI 4–5 (1 vraag open)”. */
export function totalWords(instrument: InstrumentId, { lower, upper, missing }: Scored): string {
  const name = text(`profiles.instrument.${instrument}`);
  if (lower === undefined || upper === undefined) return text('profiles.summary.notScored', { instrument: name });
  if (lower === upper) return text('profiles.summary.exact', { instrument: name, total: lower });
  const values = { instrument: name, lower, upper };
  return missing.length === 1
    ? text('profiles.summary.bounds.one', values)
    : text('profiles.summary.bounds.other', { ...values, n: missing.length });
}

/** The bare total for a column of figures: „6” or „4–5”. */
export const boundsWords = ({ lower, upper }: { lower?: number | undefined; upper?: number | undefined }): string =>
  lower === upper ? String(lower ?? '') : `${lower}–${upper}`;

/** Three or more in a row as one: 16, 17, 18, 7 become „16–18” and „7”. */
function inRuns(numbers: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map(String) : `${run[0]}–${run.at(-1)}`));
}

/** „vraag 7”, „vragen 7, 9 en 12”, „vragen 16–35 en 9”, in the order to ask them. */
export function questionNumbers(items: readonly string[]): string {
  const list = listed(inRuns(items.map(numberOf)), 'profiles.and');
  return items.length === 1 ? text('profiles.questions.one', { list }) : text('profiles.questions.other', { list });
}

/** „Onbepaald: Robuust of Kwetsbaar. Nog 1 vraag nodig (vraag 7).”; nothing when the form is complete. */
export function proposalWords(assessment: Assessed): string {
  const { determined, possibleProfiles, deciding, proposedProfile, instruments, labels } = assessment;
  const isIncomplete = instruments.gfi.missing.length + instruments.imesa.missing.length > 0;
  const name = profileName(proposedProfile, labels);
  if (determined) return isIncomplete ? text('profiles.summary.incomplete', { profile: name }) : '';
  const names = possibleProfiles.map((profile) => profileName(profile, labels));
  const questions = questionNumbers(deciding);
  const needed =
    deciding.length === 1
      ? text('profiles.summary.needed.one', { questions })
      : text('profiles.summary.needed.other', { n: deciding.length, questions });
  return `${text('profiles.summary.undetermined', { profiles: listed(names, 'profiles.or') })} ${needed}`;
}

/** „INTERMED 12 (grens 16) en GFI 6 (grens 5): voorstel Kwetsbaar. Het team stelt het profiel vast.” */
export function whyWords({ instruments: { gfi, imesa }, proposedProfile, labels }: Assessed): string {
  return text('profiles.why.sentence', {
    imesa: totalWords('imesa', imesa),
    imesaCutOff: imesa.cutOff ?? '',
    gfi: totalWords('gfi', gfi),
    gfiCutOff: gfi.cutOff ?? '',
    profile: profileName(proposedProfile, labels),
  });
}
