import { Button, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { orderVisits, type Visit, visitsQuery } from './visit-queries.ts';
import classes from './visits.module.css';

/** Whom to see and call today, in order, with what it takes to get there and in. Nothing where nobody is expected. */
export function VisitsToday() {
  const cache = useQueryClient();
  const { data } = useQuery(visitsQuery);
  const put = useMutation({
    mutationFn: orderVisits,
    onSuccess: (list) => cache.setQueryData(visitsQuery.queryKey, list),
  });
  const visits = data?.items ?? [];
  if (visits.length === 0) return null;
  const loose = visits.filter(({ time }) => time === null);
  function move(visit: Visit, by: -1 | 1): void {
    const ids = loose.map(({ contactId }) => contactId);
    const place = ids.indexOf(visit.contactId);
    const other = ids[place + by];
    if (other === undefined || put.isPending) return;
    put.mutate(ids.with(place, other).with(place + by, visit.contactId));
  }
  /** Visits stand before calls: only neighbours of one kind change places. */
  const mayMove = (visit: Visit, by: -1 | 1): boolean => {
    const other = loose[loose.indexOf(visit) + by];
    return visit.time === null && other !== undefined && isVisit(other) === isVisit(visit);
  };
  return (
    <section aria-labelledby="visits-title" className={classes['section']}>
      <Title order={2} id="visits-title">
        {text('visits.heading')}
      </Title>
      <ol className={classes['list']}>
        {visits.map((visit) => (
          <li key={visit.contactId} className={classes['item']}>
            <VisitFacts visit={visit} />
            <div className={classes['acts']}>
              <Link to={`/clients/${visit.clientId}/visit`}>
                {text('visits.prepare')}
                <span className="visually-hidden"> {visit.clientName}</span>
              </Link>
              <Link to={`/clients/${visit.clientId}/contacts`}>
                {text('visits.record')}
                <span className="visually-hidden"> {visit.clientName}</span>
              </Link>
              {([-1, 1] as const).map(
                (by) =>
                  mayMove(visit, by) && (
                    <Button
                      key={by}
                      size="compact-sm"
                      variant="default"
                      aria-label={`${text(by < 0 ? 'visits.earlier' : 'visits.later')}: ${visit.clientName}`}
                      onClick={() => move(visit, by)}
                    >
                      {text(by < 0 ? 'visits.earlier' : 'visits.later')}
                    </Button>
                  ),
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const isVisit = ({ type }: Visit): boolean => type === 'HOME_VISIT';

function VisitFacts({ visit }: { visit: Visit }) {
  const kind = visit.type === null ? undefined : text(`contacts.type.${visit.type}`);
  const when = [visit.time, kind].filter((part) => part !== null && part !== undefined).join(' · ');
  const speaking = [
    visit.language === null ? undefined : text('clients.marks.language', { language: visit.language }),
    visit.interpreter ? text('clients.marks.interpreter') : undefined,
    visit.gettingIn === null ? undefined : text('clients.marks.gettingIn', { words: visit.gettingIn }),
    visit.atTheDoor === null ? undefined : text('clients.marks.atTheDoor', { words: visit.atTheDoor }),
  ].filter((words) => words !== undefined);
  return (
    <>
      <p className={classes['head']}>
        <Link to={`/clients/${visit.clientId}`}>{visit.clientName}</Link> {formatDutchDay(visit.birthDate)}
        {when !== '' && ` · ${when}`}
      </p>
      {visit.address !== null && <p>{visit.address}</p>}
      {visit.phone !== null && <Call phone={visit.phone} who={visit.clientName} />}
      {visit.firstContactName !== null && visit.firstContactPhone !== null && (
        <Call phone={visit.firstContactPhone} who={visit.firstContactName} shown />
      )}
      {speaking.map((words) => (
        <p key={words} className={classes['quiet']}>
          {words}
        </p>
      ))}
    </>
  );
}

/** A number to tap; a contact person's with her name in front. */
function Call({ phone, who, shown = false }: { phone: string; who: string; shown?: boolean }) {
  return (
    <p>
      {shown && `${who} `}
      <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} aria-label={text('clients.record.call', { who, phone })}>
        {phone}
      </a>
    </p>
  );
}
