import { Button, Group, Text, Title } from '@mantine/core';
import { dayOfInstant, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Link } from 'react-router';
import { CaseloadChoice } from '../caseload/CaseloadChoice.tsx';
import { CaseloadFilters } from '../caseload/CaseloadFilters.tsx';
import { CaseloadList } from '../caseload/CaseloadList.tsx';
import { NO_CASELOAD_FILTERS, useCaseloadView, writeView } from '../caseload/caseload-view.ts';
import { SavedViews } from '../caseload/SavedViews.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { useColleagues } from './use-colleagues.ts';

/** Everyone somebody is case manager of, who goes first on top, each with why. */
export function CaseloadPage() {
  const { user } = useSession();
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [view, setView] = useCaseloadView();
  const colleagues = useColleagues();
  const colleagueOf = (id: string): string => colleagues.get(id)?.displayName ?? text('handovers.somebody');
  return (
    <>
      <title>{`${text('caseload.title')} · ${text('common.productName')}`}</title>
      <Group justify="space-between">
        <Title order={1}>{text('caseload.title')}</Title>
        {mayEver(user.role, 'CASE_MANAGER', 'UPDATE') && (
          <Button component={Link} to="/handovers" variant="default">
            {text('caseload.handOver')}
          </Button>
        )}
      </Group>
      <Text c="dimmed" mb="md">
        {text('caseload.intro')}
      </Text>
      <CaseloadChoice
        ownId={user.id}
        of={view.of}
        colleagueOf={colleagueOf}
        onChoose={(of) => setView({ ...NO_CASELOAD_FILTERS, of })}
      />
      <CaseloadFilters view={view} onChange={setView} />
      <SavedViews address={writeView(view).toString()} />
      <CaseloadList
        view={view}
        today={today}
        colleagueOf={colleagueOf}
        clear={
          <Button variant="default" onClick={() => setView(NO_CASELOAD_FILTERS)}>
            {text('caseload.filter.clear')}
          </Button>
        }
        firstStep={
          <Button component={Link} to="/clients">
            {text('caseload.toClients')}
          </Button>
        }
      />
    </>
  );
}
