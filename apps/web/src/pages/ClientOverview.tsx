import { Alert, Button, Group, Title } from '@mantine/core';
import { dayOfInstant } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { PlanGlance } from '../care-plans/PlanGlance.tsx';
import { DueNow } from '../caseload/DueNow.tsx';
import { StatementsOnRecord } from '../client-rights/StatementsOnRecord.tsx';
import { clientQuery, contactPersonsQuery } from '../clients/client-queries.ts';
import { ClientFacts } from '../clients/ClientFacts.tsx';
import classes from '../clients/clients.module.css';
import { ContactPersons } from '../clients/ContactPersons.tsx';
import { markWords } from '../clients/mark-words.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { ClientInvitations } from '../screening-rounds/ClientInvitations.tsx';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';
import { useIsColleaguesClient, useMay } from './use-may.ts';

export function ClientOverview() {
  const id = useClientId();
  const may = useMay(id);
  const { data: client } = useSuspenseQuery(clientQuery(id));
  const { data: contacts = [] } = useQuery(contactPersonsQuery(id));
  const mayEdit = may('IDENTITY', 'UPDATE');
  const marks = markWords(client.marks);
  const colleagues = useColleagues();
  const isColleagues = useIsColleaguesClient(id);
  const [today] = useState(() => dayOfInstant(Date.now()));
  return (
    <>
      {isColleagues && (
        <Alert mb="lg" color="gray">
          {text('clients.record.notOwn')}
        </Alert>
      )}
      <Group mb="lg">
        {may('HEALTH_ANSWERS', 'CREATE') && (
          <Button component={Link} to={`/clients/${id}/entry`}>
            {text('clients.record.enter')}
          </Button>
        )}
        {may('HEALTH_ANSWERS', 'CREATE') && client.status !== 'DECEASED' && (
          <Button component={Link} to={`/clients/${id}/interview`} variant="default">
            {text('entry.interview.open')}
          </Button>
        )}
        {mayEdit && (
          <Button component={Link} to={`/clients/${id}/edit`} variant="default">
            {text('clients.record.edit')}
          </Button>
        )}
      </Group>
      <div className={classes['columns']}>
        {may('TIMELINE', 'READ') && <DueNow clientId={id} today={today} />}
        {may('CARE_PLAN', 'READ') && <PlanGlance clientId={id} />}
        <section>
          <Title order={2} mb="sm">
            {text('clients.record.contact')}
          </Title>
          <ClientFacts client={client} />
        </section>
        <ContactPersons clientId={id} people={contacts} mayEdit={mayEdit} />
        <StatementsOnRecord clientId={id} nameOf={(userId) => colleagues.get(userId)?.displayName} />
        {may('SCREENING', 'READ') && <ClientInvitations clientId={id} />}
        <section>
          <Title order={2} mb="sm">
            {text('clients.record.marks')}
          </Title>
          {marks.length === 0 ? (
            <p className={classes['quiet']}>{text('clients.record.marksNone')}</p>
          ) : (
            <ul className={classes['list']}>
              {marks.map((mark) => (
                <li key={mark}>{mark}</li>
              ))}
            </ul>
          )}
        </section>
      </div>
      {may('TIMELINE', 'READ') && <Timeline clientId={id} nameOf={(userId) => colleagues.get(userId)?.displayName} />}
    </>
  );
}
