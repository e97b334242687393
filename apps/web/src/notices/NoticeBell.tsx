import { plural, text } from '@samenoud/texts';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { noticeCountQuery } from './notice-queries.ts';
import classes from './notices.module.css';

/** In the header: how many notices are new, in words and as a number. */
export function NoticeBell() {
  const { data: unread = 0 } = useQuery(noticeCountQuery);
  const label = unread === 0 ? text('notices.title') : plural('notices.bell', unread);
  return (
    <Link to="/notices" className={classes['bell'] ?? ''} aria-label={label} title={label}>
      <IconBell size={22} aria-hidden />
      {unread > 0 && <span className={classes['count']}>{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}
