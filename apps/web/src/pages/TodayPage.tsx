import { Anchor, Title } from '@mantine/core';
import { dayOfInstant, mayBeCaseManager, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ActionsToday, useDueActions } from '../actions/ActionsToday.tsx';
import { ApprovalsCounter } from '../approvals/ApprovalsCounter.tsx';
import { EmergencyCounter } from '../break-glass/EmergencyCounter.tsx';
import { OverdueReviews } from '../log-reviews/OverdueReviews.tsx';
import { HandoversWaiting } from '../handovers/HandoversWaiting.tsx';
import { DestructionsCounter } from '../destructions/DestructionsCounter.tsx';
import { MeetingToday } from '../meetings/MeetingToday.tsx';
import { NoticesToday } from '../notices/NoticesToday.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { SafetyNetCounter } from '../safety-net/SafetyNetCounter.tsx';
import { RoundsToday } from '../screening-rounds/RoundsToday.tsx';
import { useRoundActs } from '../screening-rounds/use-round-acts.ts';
import { todayQuery } from '../today/today-queries.ts';
import classes from '../today/today.module.css';
import { DueToday, useDueWork } from '../caseload/DueToday.tsx';
import { asksByPhone, workFor } from '../today/today-work.ts';
import { TodaySection } from '../today/TodaySection.tsx';
import { RecertificationCounter } from '../users/RecertificationCounter.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { VisitsToday } from '../visits/VisitsToday.tsx';
import { UnsentReferrals, useUnsentReferrals } from '../referrals/UnsentReferrals.tsx';
import { navEntries } from './nav-entries.ts';
import { seesDestructions } from './sees-destructions.ts';
import { seesClientList } from './sees-client-list.ts';
import { useColleagues } from './use-colleagues.ts';

/** What waits for this person, by reason, each line one click from the work itself. */
export function TodayPage() {
  const { user } = useSession();
  const work = workFor(user);
  const found = useSuspenseQueries({ queries: work.map(({ filter }) => todayQuery(filter)) });
  const sections = work.flatMap((one, index) => {
    const page = found[index]?.data;
    return page === undefined || page.total === 0 ? [] : [{ work: one, page }];
  });
  const [today] = useState(() => dayOfInstant(Date.now()));
  const due = useDueWork(mayBeCaseManager(user.role), today);
  const dueCount = due === undefined ? 0 : due.now.length + due.week.length + Number(due.isQuiet);
  const actions = useDueActions(mayEver(user.role, 'TASKS', 'READ'), today);
  const unsent = useUnsentReferrals(mayEver(user.role, 'CONTACTS', 'UPDATE'));
  const roundActs = useRoundActs(asksByPhone(user.role), today);
  const colleagues = useColleagues();
  const colleagueOf = (id: string): string => colleagues.get(id)?.displayName ?? text('handovers.somebody');
  const pages = navEntries(user.role).filter(({ to }) => to !== '/today');
  return (
    <>
      <title>{`${text('common.nav.today')} · ${text('common.productName')}`}</title>
      <div className={classes['head']}>
        <Title order={1}>{text('today.greeting', { name: user.displayName })}</Title>
        <div className={classes['counters']}>
          {seesClientList(user.role) && <SafetyNetCounter />}
          <ApprovalsCounter />
          {mayEver(user.role, 'USERS', 'READ') && <RecertificationCounter />}
          {seesDestructions(user.role) && <DestructionsCounter />}
          {mayEver(user.role, 'BREAK_GLASS', 'READ') && <EmergencyCounter />}
        </div>
      </div>
      {mayEver(user.role, 'MEETING', 'READ') && (
        <MeetingToday userId={user.id} nameOf={(id) => colleagueOf(id ?? '')} />
      )}
      <NoticesToday />
      <OverdueReviews />
      {mayEver(user.role, 'CASE_MANAGER', 'UPDATE') && <HandoversWaiting colleagueOf={colleagueOf} />}
      {mayBeCaseManager(user.role) && <VisitsToday />}
      {due !== undefined && <DueToday work={due} today={today} colleagueOf={colleagueOf} />}
      <ActionsToday actions={actions} today={today} />
      {unsent > 0 && <UnsentReferrals />}
      {sections.map(({ work: one, page }) => (
        <TodaySection key={one.reason} work={one} clients={page.items} total={page.total} />
      ))}
      {roundActs.length > 0 && <RoundsToday acts={roundActs} />}
      {sections.length + roundActs.length + actions.length + dueCount + unsent === 0 && (
        <EmptyState title={text('today.nothing')} hint={text('today.nothingHint')}>
          {pages.map(({ to, label }) => (
            <div key={to}>
              <Anchor component={Link} to={to}>
                {label}
              </Anchor>
            </div>
          ))}
        </EmptyState>
      )}
    </>
  );
}
