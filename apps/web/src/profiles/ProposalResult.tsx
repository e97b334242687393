import { Stack, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import { type Assessed, proposalWords, whyWords } from './score-words.ts';

type Props = { assessment: Assessed; showsScores: boolean };

/** What a form that was just completed says: a proposal, never a decision; the totals only for who may see them. */
export function ProposalResult({ assessment, showsScores }: Props) {
  const words = proposalWords(assessment);
  return (
    <Stack gap="xs" align="flex-start">
      <ProfileTag profile={assessment.proposedProfile} kind="PROPOSED" labels={assessment.labels} />
      {words !== '' && <Text>{words}</Text>}
      <Text c="dimmed">{showsScores ? whyWords(assessment) : text('profiles.teamDecides')}</Text>
    </Stack>
  );
}
