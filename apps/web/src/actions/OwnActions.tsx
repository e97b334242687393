import { Button, Title } from '@mantine/core';
import { type ActionState, formatDutchDay } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { useEntryActs } from '../platform/use-entry-acts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import entries from '../ui/Entries.module.css';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { ActionItem } from './ActionItem.tsx';
import { type Action, type ActionChange, ownActionsQuery, updateAction } from './action-queries.ts';
import classes from './actions.module.css';
import { type Move, MoveDialog } from './MoveDialog.tsx';
import { ACTION_GROUPS, byWhen, placeOfAction } from './own-actions.ts';

type Props = {
  state: ActionState;
  today: string;
  nameOf: (userId: string | null) => string;
  /** Offered where nothing is open. */
  firstStep: ReactNode;
};

/** Actions and tasks on one's own name over all clients, to be moved here. */
export function OwnActions({ state, today, nameOf, firstStep }: Props) {
  const query = ownActionsQuery(state);
  const { data, error } = useQuery(query);
  const acts = useEntryActs<Action, ActionChange, Move>({
    listKey: query.queryKey,
    alsoOld: ['actions'],
    update: updateAction,
  });
  const shown = data?.items.filter((action) => action.state === state);
  const more = (data?.total ?? 0) - (data?.items.length ?? 0);
  const list = (actions: readonly Action[]) => (
    <ul className={entries['list']}>
      {actions.map((action) => (
        <ActionItem
          key={action.id}
          action={action}
          today={today}
          nameOf={nameOf}
          about={<About action={action} />}
          onChange={(body, words) => acts.run(action, body, words)}
          onAsk={(move) => acts.ask(action, move)}
        />
      ))}
    </ul>
  );
  return (
    <div className={classes['own']}>
      {(error ?? acts.error) !== null && <ProblemSummary error={error ?? acts.error} />}
      {state === 'OPEN' && acts.changed?.state === 'DONE' && <Undo action={acts.changed} run={acts.run} />}
      {shown?.length === 0 && (
        <EmptyState title={text(`actions.mine.empty.${state}.title`)} hint={text(`actions.mine.empty.${state}.hint`)}>
          {state === 'OPEN' && firstStep}
        </EmptyState>
      )}
      {state === 'OPEN' ? <Groups actions={shown ?? []} today={today} list={list} /> : list(shown ?? [])}
      {more > 0 && <p className={entries['quiet']}>{plural('actions.mine.more', more)}</p>}
      {acts.asking !== undefined && (
        <MoveDialog
          action={acts.asking.entry}
          act={acts.asking.act}
          today={today}
          onDone={acts.done}
          onClose={acts.close}
        />
      )}
    </div>
  );
}

type GroupsProps = { actions: readonly Action[]; today: string; list: (actions: readonly Action[]) => ReactNode };

function Groups({ actions, today, list }: GroupsProps) {
  const id = useId();
  const groups = byWhen(actions, today);
  return ACTION_GROUPS.filter((group) => groups[group].length > 0).map((group) => (
    <section key={group} aria-labelledby={`${id}-${group}`}>
      <Title order={2} id={`${id}-${group}`} mb="sm">
        {text(`actions.mine.group.${group}`)} <span className={classes['total']}>{groups[group].length}</span>
      </Title>
      {list(groups[group])}
    </section>
  ));
}

/** Who it is about, with the day of birth, as a way into the record. */
function About({ action }: { action: Action }) {
  const { clientName, clientBirthDate } = action;
  return (
    <p>
      <Link to={placeOfAction(action)}>{clientName}</Link>{' '}
      {clientBirthDate !== null && <span className={entries['quiet']}>{formatDutchDay(clientBirthDate)}</span>}
    </p>
  );
}

type UndoProps = { action: Action; run: (action: Action, body: ActionChange, words: string) => void };

/** What was just ticked off, and the way back. */
function Undo({ action, run }: UndoProps) {
  return (
    <p className={classes['undo']}>
      <span>{text('actions.mine.ticked', { what: action.text })}</span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${text('actions.undo')}: ${action.text}`}
        onClick={() => run(action, { state: 'OPEN' }, text('actions.isOpen'))}
      >
        {text('actions.undo')}
      </Button>
    </p>
  );
}
