import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { unreadNoticesQuery } from './notice-queries.ts';
import { NoticeLines } from './NoticeLines.tsx';
import classes from './notices.module.css';

/** On Vandaag: what is new, and nothing when nothing is. */
export function NoticesToday() {
  const titleId = useId();
  const { data } = useQuery(unreadNoticesQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={classes['section']}>
      <Title order={2} id={titleId}>
        {text('notices.today')} <span className={classes['total']}>{data.unread}</span>
      </Title>
      <NoticeLines notices={data.items} />
      <p className={classes['quiet']}>
        <Link to="/notices">{text('notices.all')}</Link>
      </p>
    </section>
  );
}
