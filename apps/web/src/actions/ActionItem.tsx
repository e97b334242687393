import { Button } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import entries from '../ui/Entries.module.css';
import type { Action, ActionChange } from './action-queries.ts';
import { actionLine } from './action-words.ts';
import type { Move } from './MoveDialog.tsx';

type NameOf = (userId: string | null) => string;

type Props = {
  action: Action;
  today: string;
  nameOf: NameOf;
  /** Whose it is, where the list is not one of one client. */
  about?: ReactNode;
  onChange: (body: ActionChange, words: string) => void;
  onAsk: (act: Move) => void;
};

/** One action or task: what, who, when, and what this person may do with it. */
export function ActionItem({ action, today, nameOf, about, onChange, onAsk }: Props) {
  const { state, doneOn, reason, mayMove } = action;
  const button = (words: string, run: () => void) => (
    <Button size="compact-sm" variant="default" aria-label={`${words}: ${action.text}`} onClick={run}>
      {words}
    </Button>
  );
  return (
    <li className={entries['item']}>
      {about}
      <p className={entries['head']}>{action.text}</p>
      <p className={entries['quiet']}>{actionLine(action, today, nameOf)}</p>
      <Postponements action={action} nameOf={nameOf} />
      {doneOn !== null && <p>{text('actions.doneOn', { day: formatDutchDay(doneOn) })}</p>}
      {state === 'CANCELLED' && <p>{text('actions.cancelled', { reason: reason ?? '' })}</p>}
      {mayMove && (
        <div className={entries['acts']}>
          {state === 'OPEN' && (
            <>
              {button(text('actions.done'), () => onChange({ state: 'DONE' }, text('actions.ticked')))}
              {button(text('actions.postpone'), () => onAsk('POSTPONE'))}
              {button(text('actions.cancel'), () => onAsk('CANCEL'))}
            </>
          )}
          {state !== 'OPEN' &&
            button(text('actions.reopen'), () => onChange({ state: 'OPEN' }, text('actions.isOpen')))}
        </div>
      )}
    </li>
  );
}

/** On demand: each time it was put off, with its day and who did it. */
function Postponements({ action: { postponements }, nameOf }: { action: Action; nameOf: NameOf }) {
  if (postponements.length === 0) return null;
  return (
    <details className={entries['quiet']}>
      <summary>{text('actions.whenPostponed')}</summary>
      <ul>
        {postponements.map(({ from, to, at, by }) => (
          <li key={at}>
            {text('actions.postponement', {
              day: formatDutchDay(dayOfInstant(at)),
              from: formatDutchDay(from),
              to: formatDutchDay(to),
              by: nameOf(by),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
