import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { announce } from '../platform/announcer.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { momentOf } from '../ui/clock.ts';
import { Rows } from '../ui/Rows.tsx';
import { NOTICES_KEY, type Notice, readNotice } from './notice-queries.ts';
import { noticeTarget, noticeText } from './notice-words.ts';
import classes from './notices.module.css';

type LineProps = { notice: Notice; onRead: (notice: Notice) => void };

function Line({ notice, onRead }: LineProps) {
  const { role } = useSession().user;
  const words = noticeText(notice);
  const target = noticeTarget(notice, role);
  return (
    <li className={classes['line']}>
      <span>
        {notice.readAt === null && <span className={classes['new']}>{text('notices.unread')}</span>}
        {target === undefined ? words : <Link to={target}>{words}</Link>}{' '}
        {notice.meeting?.videoLink && !notice.meeting.cancelled && (
          <>
            <a href={notice.meeting.videoLink} target="_blank" rel="noreferrer">
              {text('notices.meeting.video')}
            </a>{' '}
          </>
        )}
        <span className={classes['quiet']}>{momentOf(notice.madeAt)}</span>
      </span>
      {notice.readAt === null && (
        <Button
          variant="subtle"
          size="sm"
          aria-label={text('notices.readOf', { what: words })}
          onClick={() => onRead(notice)}
        >
          {text('notices.read')}
        </Button>
      )}
    </li>
  );
}

/** Notices, newest first; read with one key press. */
export function NoticeLines({ notices }: { notices: readonly Notice[] }) {
  const cache = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id }: Notice) => readNotice(id),
    onSuccess: async () => {
      announce(text('notices.readDone'));
      await cache.invalidateQueries({ queryKey: NOTICES_KEY });
    },
  });
  return (
    <Rows className={classes['lines']}>
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} onRead={mutate} />
      ))}
    </Rows>
  );
}
