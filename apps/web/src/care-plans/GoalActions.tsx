import { Button, Group } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { AddAction } from './AddAction.tsx';
import { type Goal, type GoalAction, moveAction } from './care-plan-queries.ts';
import { dayWords, ownerWords } from './care-plan-words.ts';
import classes from './care-plans.module.css';
import type { PlanUse } from './plan-use.ts';

/** Who does what for a goal; ticking off can be undone. */
export function GoalActions({ goal, use }: { goal: Goal; use: PlanUse }) {
  const [isOpen, setOpen] = useState(false);
  const move = useMutation({
    mutationFn: ({ id, version, state }: GoalAction) =>
      moveAction(id, version, { state: state === 'OPEN' ? 'DONE' : 'OPEN' }),
    onSuccess: use.onChanged,
  });
  return (
    <div>
      <h5 className={classes['small']}>{text('carePlans.action.title')}</h5>
      {goal.actions.length === 0 && <p className={classes['quiet']}>{text('carePlans.action.none')}</p>}
      {move.error !== null && <ProblemSummary error={move.error} />}
      <ul className={classes['actions']}>
        {goal.actions.map((action) => (
          <li key={action.id} data-state={action.state}>
            <span>
              <strong>{action.text}</strong>
              <br />
              <span className={classes['quiet']}>{lineOf(action, use)}</span>
            </span>
            {use.mayWrite && action.state !== 'CANCELLED' && (
              <Button
                size="sm"
                variant="default"
                aria-label={text(action.state === 'OPEN' ? 'carePlans.action.done' : 'carePlans.action.undo', {
                  text: action.text,
                })}
                onClick={() => move.mutate(action)}
              >
                {text(action.state === 'OPEN' ? 'carePlans.action.doneShort' : 'carePlans.action.undoShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {use.mayWrite && goal.state === 'OPEN' && (
        <Group>
          <Button variant="light" size="sm" onClick={() => setOpen(true)}>
            {text('carePlans.action.add')}
          </Button>
        </Group>
      )}
      {isOpen && (
        <AddAction
          goal={goal}
          use={use}
          onDone={() => {
            setOpen(false);
            use.onChanged();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function lineOf(action: GoalAction, { nameOf }: PlanUse): string {
  const owner = ownerWords(action, nameOf);
  if (action.state === 'DONE') return text('carePlans.action.doneOn', { owner, day: dayWords(action.doneOn) });
  if (action.state === 'CANCELLED') return text('carePlans.action.cancelled', { owner });
  return text('carePlans.action.line', { owner, day: dayWords(action.dueOn) });
}
