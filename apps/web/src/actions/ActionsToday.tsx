import { Title } from '@mantine/core';
import { formatDutchDay, isActionLate } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { Rows } from '../ui/Rows.tsx';
import { type Action, ownActionsQuery } from './action-queries.ts';
import classes from './actions.module.css';
import { placeOfAction } from './own-actions.ts';

const SHOWN = 5;

/** What is on one's own name and due today or before. */
export function useDueActions(mayRead: boolean, today: string): readonly Action[] {
  return useQuery({ ...ownActionsQuery('OPEN', today), enabled: mayRead }).data?.items ?? [];
}

/** On Vandaag: the first of one's own actions that are due, each a way into the record, and the way to all of them. */
export function ActionsToday({ actions, today }: { actions: readonly Action[]; today: string }) {
  const titleId = useId();
  if (actions.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={classes['section']}>
      <Title order={2} id={titleId}>
        {text('actions.mine.title')} <span className={classes['total']}>{actions.length}</span>
      </Title>
      <p className={classes['quiet']}>{text('actions.mine.todayHint')}</p>
      <Rows>
        {actions.slice(0, SHOWN).map((action) => (
          <li key={action.id}>
            <Link to={placeOfAction(action)} className={classes['line']}>
              <span>
                <span className={classes['name']}>{action.clientName}</span>{' '}
                <span className={classes['quiet']}>
                  {action.clientBirthDate !== null && formatDutchDay(action.clientBirthDate)}
                </span>
              </span>
              <span>
                {action.text}{' '}
                <span className={classes['quiet']}>
                  {text(isActionLate(action, today) ? 'actions.mine.wasDue' : 'actions.mine.dueToday', {
                    day: formatDutchDay(action.dueOn),
                  })}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </Rows>
      <p className={classes['quiet']}>
        <Link to="/actions">{text('actions.mine.all')}</Link>
      </p>
    </section>
  );
}
