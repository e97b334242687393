import { Button, Group, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { Conflict } from '../../platform/autosave/save-status.ts';
import { answerSign, type EntryItem } from './entry-item.ts';
import classes from './EntrySheet.module.css';
import { answersIn, type FormValue, missingPagesIn, remarkIn } from './form-values.ts';

type Props = {
  items: readonly EntryItem[];
  conflicts: readonly Conflict<FormValue>[];
  onResolve: (conflict: Conflict<FormValue>, keep: 'MINE' | 'THEIRS') => void;
};

function labelOf(key: string, item: EntryItem | undefined): string {
  if (item !== undefined) return `${text('entry.conflict.question', { number: item.number })} ${item.label}`;
  if (key === 'remark') return text('entry.remark.label');
  return key === 'missingPages' ? text('entry.conflict.missingSheets') : text('entry.channel.label');
}

/** What one of the two gave, in words of the screen. */
function wordsOf(key: string, value: FormValue | undefined, item: EntryItem | undefined): string {
  if (value === undefined) return text('entry.conflict.nothing');
  const values = { [key]: value };
  if (item !== undefined) return answerSign(item, answersIn(values)[key]);
  if (key === 'remark') return remarkIn(values).remark;
  if (key === 'missingPages') return missingPagesIn(values).join(', ') || text('entry.conflict.nothing');
  return text(`entry.channel.${value as 'PAPER'}`);
}

/** Two people typed the same question: both answers stand here until one is chosen. */
export function EntryConflicts({ items, conflicts, onResolve }: Props) {
  return (
    <div className={classes['conflicts']} role="alert">
      <Text fw={700}>{text('entry.conflict.title')}</Text>
      {conflicts.map((conflict) => {
        const key = conflict.item;
        const item = items.find(({ id }) => id === key);
        return (
          <Group key={key} gap="sm" mt="xs">
            <Text>{labelOf(key, item)}</Text>
            <Button size="sm" variant="default" onClick={() => onResolve(conflict, 'MINE')}>
              {text('entry.conflict.keepMine')} ({wordsOf(key, conflict.mine, item)})
            </Button>
            <Button size="sm" variant="default" onClick={() => onResolve(conflict, 'THEIRS')}>
              {text('entry.conflict.takeTheirs')} ({wordsOf(key, conflict.theirs, item)})
            </Button>
          </Group>
        );
      })}
    </div>
  );
}
