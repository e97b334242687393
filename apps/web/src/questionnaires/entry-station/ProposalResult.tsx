import { Stack, Text } from '@mantine/core';
import type { Profile } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { ProfileTag } from '../../ui/ProfileTag.tsx';
import type { Response } from '../response-types.ts';
import type { EntryItem } from './entry-item.ts';

type Assessment = NonNullable<Response['assessment']>;

const nameOf = (profile: Profile): string => text(`common.profile.${profile}`);

/** "robuust of kwetsbaar" */
function possible(profiles: readonly Profile[]): string {
  const names = profiles.map(nameOf);
  return names.length < 2
    ? (names[0] ?? '')
    : text('entry.result.or', { list: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' });
}

/** The numbers of the questions to ask as they stand on the paper, in the order to ask them: "16–35, 9". */
function questionNumbers(ids: readonly string[], items: readonly EntryItem[]): string {
  const numbers = ids.flatMap((id) => items.find((item) => item.id === id)?.number ?? []);
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.to + 1 === number) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

function total({ lower, upper, missing }: Assessment['instruments']['gfi']): string {
  if (lower === upper) return String(lower);
  return `${lower}–${upper} (${plural('entry.result.open', missing.length)})`;
}

function Explanation({ assessment, items }: { assessment: Assessment; items: readonly EntryItem[] }) {
  const { determined, possibleProfiles, deciding, instruments } = assessment;
  if (!determined) {
    return (
      <Text>
        {text('entry.result.undetermined', { profiles: possible(possibleProfiles) })}{' '}
        {plural('entry.result.needed', deciding.length)}{' '}
        {text('entry.result.questions', { numbers: questionNumbers(deciding, items) })}
      </Text>
    );
  }
  const isIncomplete = instruments.gfi.missing.length + instruments.imesa.missing.length > 0;
  return isIncomplete ? <Text>{text('entry.result.incomplete')}</Text> : null;
}

type Props = { assessment: Assessment; items: readonly EntryItem[]; showsScores: boolean };

/** What the form says: a proposal, never a decision; the totals only for who may see them. */
export function ProposalResult({ assessment, items, showsScores }: Props) {
  const { proposedProfile, instruments } = assessment;
  return (
    <Stack gap="xs" align="flex-start">
      <ProfileTag profile={proposedProfile} kind="PROPOSED" />
      <Explanation assessment={assessment} items={items} />
      {showsScores && (
        <Text className="numbers">
          {text('entry.result.totals', {
            imesa: total(instruments.imesa),
            imesaCutOff: instruments.imesa.cutOff ?? '',
            gfi: total(instruments.gfi),
            gfiCutOff: instruments.gfi.cutOff ?? '',
          })}
        </Text>
      )}
      <Text c="dimmed">{text('entry.result.teamDecides')}</Text>
    </Stack>
  );
}
