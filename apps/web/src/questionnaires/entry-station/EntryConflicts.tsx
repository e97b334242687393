import { Button, Group, Text } from '@mantine/core';
import type { Answer } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Conflict } from '../../platform/autosave/save-status.ts';
import { answerSign, type EntryItem } from './entry-item.ts';
import classes from './EntrySheet.module.css';

type Props = {
  items: readonly EntryItem[];
  conflicts: readonly Conflict<Answer>[];
  onResolve: (conflict: Conflict<Answer>, keep: 'MINE' | 'THEIRS') => void;
};

/** Two people typed the same question: both answers stand here until one is chosen. */
export function EntryConflicts({ items, conflicts, onResolve }: Props) {
  return (
    <div className={classes['conflicts']} role="alert">
      <Text fw={700}>{text('entry.conflict.title')}</Text>
      {conflicts.map((conflict) => {
        const item = items.find(({ id }) => id === conflict.item);
        if (item === undefined) return null;
        return (
          <Group key={conflict.item} gap="sm" mt="xs">
            <Text>
              {text('entry.conflict.question', { number: item.number })} {item.label}
            </Text>
            <Button size="sm" variant="default" onClick={() => onResolve(conflict, 'MINE')}>
              {text('entry.conflict.keepMine')} ({answerSign(item, conflict.mine)})
            </Button>
            <Button size="sm" variant="default" onClick={() => onResolve(conflict, 'THEIRS')}>
              {text('entry.conflict.takeTheirs')} ({answerSign(item, conflict.theirs)})
            </Button>
          </Group>
        );
      })}
    </div>
  );
}
