import { Stack, Textarea } from '@mantine/core';
import { HANDOVER_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { summaryDraftsQuery, type SummaryScope } from './handover-queries.ts';

/** What was changed by hand, by client; what is not here stays as it was written from the record. */
export type ChangedSummaries = Readonly<Record<string, string>>;

type Props = {
  scope: SummaryScope;
  isOne: boolean;
  changed: ChangedSummaries;
  onChange: (next: ChangedSummaries) => void;
};

/** What the receiver has to know of each client, written from the record and changed where the giver knows better. */
export function CareSummaryFields({ scope, isOne, changed, onChange }: Props) {
  const { data: drafts = [] } = useQuery(summaryDraftsQuery(scope));
  const fields = drafts.map(({ clientId, clientName, text: drafted }) => (
    <Textarea
      key={clientId}
      label={isOne ? text('handovers.form.summary') : clientName}
      {...(isOne && { description: text('handovers.form.summaryHint') })}
      autosize
      minRows={2}
      maxLength={HANDOVER_LIMITS.summary}
      value={changed[clientId] ?? drafted}
      onChange={({ currentTarget }) => onChange({ ...changed, [clientId]: currentTarget.value })}
    />
  ));
  if (isOne || fields.length === 0) return fields;
  return (
    <details>
      <summary>{text('handovers.form.summaries')}</summary>
      <p>{text('handovers.form.summaryHint')}</p>
      <Stack gap="sm">{fields}</Stack>
    </details>
  );
}
