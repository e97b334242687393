import { Text, Title } from '@mantine/core';
import type { components } from '@samenoud/api-client';
import { formatDutchDay, listName } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useId } from 'react';
import { Link } from 'react-router';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import { Rows } from '../ui/Rows.tsx';
import classes from './today.module.css';
import type { Work } from './today-work.ts';

type Client = components['schemas']['ClientListItem'];

function Line({ client, href }: { client: Client; href: string }) {
  const { name, birthDate, age, profile } = client;
  return (
    <li>
      <Link to={href} className={classes['line']}>
        <span className={classes['name']}>{listName(name)}</span>
        <span>{text('clients.bornWithAge', { day: formatDutchDay(birthDate), n: age })}</span>
        <span className={classes['tags']}>
          {profile?.assigned && <ProfileTag profile={profile.assigned} kind="ASSIGNED" />}
          {profile?.proposed && profile.proposed !== profile.assigned && (
            <ProfileTag profile={profile.proposed} kind="PROPOSED" on={profile.proposedOn} />
          )}
        </span>
      </Link>
    </li>
  );
}

type Props = { work: Work; clients: readonly Client[]; total: number };

/** The clients of one reason. A line opens the work, not a page on the way to it. */
export function TodaySection({ work: { reason, hrefOf, allHref }, clients, total }: Props) {
  const titleId = useId();
  const more = total - clients.length;
  return (
    <section aria-labelledby={titleId} className={classes['section']}>
      <Title order={2} id={titleId}>
        {text(`today.${reason}.title`)} <span className={classes['total']}>{total}</span>
      </Title>
      <Text c="dimmed">{text(`today.${reason}.hint`)}</Text>
      <Rows>
        {clients.map((client) => (
          <Line key={client.id} client={client} href={hrefOf(client.id)} />
        ))}
      </Rows>
      {more > 0 && (
        <p className={classes['more']}>
          {plural('today.more', more)}:{' '}
          <Link to={allHref}>{text('today.all', { what: text(`today.${reason}.title`), n: total })}</Link>
        </p>
      )}
    </section>
  );
}
