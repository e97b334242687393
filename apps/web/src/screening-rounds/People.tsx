import { Button } from '@mantine/core';
import { WAITING_STATES } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Chip, ChipGroup } from '../ui/Chips.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { countOf } from './next-act.ts';
import { filterOf, isSameView, type PeopleView, usePeopleView, viewsOf, viewWords } from './people-view.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { invitationsQuery } from './round-queries.ts';
import type { Round } from './round-types.ts';
import classes from './screening-rounds.module.css';
import { type Outcome, usePersonAct } from './use-person-act.ts';

function countIn(round: Round, view: PeopleView): number | undefined {
  if ('state' in view) return round.states[view.state];
  if (view.group === 'WAITING') return countOf(round, WAITING_STATES);
  return view.group === 'INVITED' ? round.funnel.invited : undefined;
}

function Empty({ round, view }: { round: Round; view: PeopleView }) {
  const isWaiting = 'group' in view && view.group === 'WAITING';
  const which = round.funnel.invited === 0 ? 'notInvited' : isWaiting ? 'emptyWaiting' : 'empty';
  return (
    <EmptyState
      title={text(`screeningRounds.people.${which}.title`)}
      hint={text(`screeningRounds.people.${which}.hint`)}
    />
  );
}

type NoticeProps = { total: number; outcome: Outcome | undefined; isBusy: boolean };

/** How many, what was just done, and the way back. */
function Notice({ total, outcome, isBusy }: NoticeProps) {
  return (
    <div className={classes['notice']}>
      <span className={classes['quiet']}>{plural('screeningRounds.people.count', total)}</span>
      <span role="status">{outcome?.words}</span>
      {outcome?.undo !== undefined && (
        <Button variant="subtle" size="sm" disabled={isBusy} onClick={outcome.undo}>
          {text('screeningRounds.act.undo')}
        </Button>
      )}
    </div>
  );
}

type Props = { round: Round; today: string; mayAct: boolean; mayPrint: boolean; mayCopyHis: boolean };

/** Who was invited, group by group, with the next step of each and what one can do about it. */
export function People({ round, today, mayAct, mayPrint, mayCopyHis }: Props) {
  const [view, setView] = usePeopleView(round);
  const query = invitationsQuery(round.id, filterOf(view));
  const { data, error, isPending, isFetching, fetchNextPage } = useInfiniteQuery(query);
  const acts = usePersonAct(query.queryKey);
  const [picked, setPicked] = useState<string>();
  const invitations = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const person = invitations.find(({ id }) => id === picked);
  return (
    <div className={classes['list']}>
      <ChipGroup name={text('screeningRounds.people.show')}>
        {viewsOf(round, view).map((one) => {
          const what = viewWords(one);
          const n = countIn(round, one);
          return (
            <Chip
              key={what}
              label={n === undefined ? what : text('screeningRounds.people.chip', { what, n })}
              isOn={isSameView(one, view)}
              onToggle={() => setView(one)}
            />
          );
        })}
      </ChipGroup>
      {error !== null && <ProblemSummary error={error} />}
      {acts.error !== null && <ProblemSummary error={acts.error} />}
      {isPending && <Loading />}
      {data !== undefined && total === 0 && <Empty round={round} view={view} />}
      {invitations.length > 0 && (
        <>
          <Notice total={total} outcome={acts.outcome} isBusy={acts.isBusy} />
          <div className={classes['people']}>
            <PeopleTable
              invitations={invitations}
              total={total}
              onPick={setPicked}
              onNearEnd={() => !isFetching && void fetchNextPage()}
            />
            {person === undefined ? (
              <section className={classes['panel']} aria-label={text('screeningRounds.act.title')}>
                <h2>{text('screeningRounds.act.title')}</h2>
                <p>{text('screeningRounds.people.pick')}</p>
                <p className={classes['quiet']}>{text('screeningRounds.people.pickHint')}</p>
              </section>
            ) : (
              <PersonPanel
                key={person.id}
                invitation={person}
                acts={acts}
                today={today}
                mayAct={mayAct}
                mayPrint={mayPrint && round.state === 'OPEN'}
                mayCopyHis={mayCopyHis}
              />
            )}
          </div>
        </>
      )}
    </div>
  );
}
