import { NativeSelect } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { Decision, ImportRow, RowDecision as Decided } from './import-types.ts';
import { keyWords, nameWords } from './row-words.ts';

type Props = { row: ImportRow; onDecide: (decision: Decided) => void };
type Choice = { value: string; label: string };

/** What a person decides about one row; the first choice is what happens by itself. */
export function RowDecision({ row, onDecide }: Props) {
  if (row.options.length === 0 || row.name === null) return null;
  const choices = row.options.flatMap((option) => choicesOf(row, option));
  const decided = row.decision ?? row.options[0] ?? 'SKIP';
  const isOfTwin = decided === 'UPDATE' && row.duplicate !== null;

  function decide(value: string): void {
    const [decision, clientId] = value.split(' ') as [Decision, string | undefined];
    onDecide({ ordinal: row.ordinal, decision, ...(clientId !== undefined && { clientId }) });
  }

  return (
    <NativeSelect
      size="sm"
      aria-label={text('clientImports.review.decisionOf', { name: nameWords(row.name) })}
      data={choices}
      value={isOfTwin ? `UPDATE ${row.targetId}` : decided}
      onChange={({ currentTarget }) => decide(currentTarget.value)}
    />
  );
}

function choicesOf({ duplicate, without }: ImportRow, option: Decision): Choice[] {
  if (option === 'UPDATE' && duplicate !== null) {
    return duplicate.candidates
      .filter(({ isTaken }) => !isTaken)
      .map(({ id, name }) => ({
        value: `UPDATE ${id}`,
        label: text('clientImports.decision.UPDATE_DUPLICATE', { name: nameWords(name) }),
      }));
  }
  if (option === 'CREATE' && duplicate !== null)
    return [{ value: option, label: text('clientImports.decision.CREATE_DUPLICATE') }];
  if (option === 'IMPORT_WITHOUT')
    return [
      {
        value: option,
        label: text('clientImports.decision.IMPORT_WITHOUT', { fields: keyWords(without?.fields ?? []) }),
      },
    ];
  return [{ value: option, label: text(`clientImports.decision.${option}`) }];
}
