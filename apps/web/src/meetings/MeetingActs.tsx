import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type Meeting, meetingQuery, type MeetingStep, rebuildAgenda, stepMeeting } from './meeting-queries.ts';
import classes from './meetings.module.css';

/** Steps that ask something first. */
export type Asked = 'CHANGE' | 'CANCEL' | 'REOPEN' | 'CLOSE';

type Act = { run: () => Promise<Meeting>; said: string; to?: string };
type Props = {
  meeting: Meeting;
  onTaken: (meeting: Meeting, said: string, to?: string) => void;
  onAsk: (asked: Asked) => void;
};

/** The next step stands out; the others are beside it. */
export function MeetingActs({ meeting, onTaken, onAsk }: Props) {
  const { id, state, mayLead, mayWrite } = meeting;
  const cache = useQueryClient();
  const act = useMutation({
    mutationFn: ({ run }: Act) => run(),
    onSuccess: (changed, { said, to }) => onTaken(changed, said, to),
    onError: () => cache.invalidateQueries({ queryKey: meetingQuery(id).queryKey }),
  });
  const run = `/meetings/${id}/run`;
  const isPrepared = state === 'DRAFT' || state === 'OPEN';
  const isHeld = state === 'RUNNING' || state === 'REOPENED';
  const step = (to: MeetingStep, said: string, address?: string): void =>
    act.mutate({ run: () => stepMeeting(meeting, to), said, ...(address !== undefined && { to: address }) });
  return (
    <>
      {act.error !== null && <ProblemSummary error={act.error} />}
      <div className={classes['acts']}>
        {isHeld && (
          <Button component={Link} to={run}>
            {text('teamMeetings.head.goOn')}
          </Button>
        )}
        {mayLead && state === 'DRAFT' && (
          <Button onClick={() => step('OPEN', text('teamMeetings.head.shared'))}>
            {text('teamMeetings.head.share')}
          </Button>
        )}
        {mayLead && state === 'OPEN' && (
          <Button onClick={() => step('RUNNING', text('teamMeetings.head.started'), run)}>
            {text('teamMeetings.head.start')}
          </Button>
        )}
        {mayLead && isHeld && <Beside onClick={() => onAsk('CLOSE')}>{text('teamMeetings.head.close')}</Beside>}
        {mayLead && state === 'RUNNING' && (
          <Beside onClick={() => step('OPEN', text('teamMeetings.head.isBack'))}>
            {text('teamMeetings.head.backToOpen')}
          </Beside>
        )}
        {mayWrite && isPrepared && (
          <>
            <Beside
              onClick={() => act.mutate({ run: () => rebuildAgenda(meeting), said: text('teamMeetings.head.rebuilt') })}
            >
              {text('teamMeetings.head.rebuild')}
            </Beside>
            <Beside onClick={() => onAsk('CHANGE')}>{text('teamMeetings.head.change')}</Beside>
          </>
        )}
        {mayLead && isPrepared && <Beside onClick={() => onAsk('CANCEL')}>{text('teamMeetings.head.cancel')}</Beside>}
        {mayLead && state === 'CLOSED' && (
          <Beside onClick={() => onAsk('REOPEN')}>{text('teamMeetings.head.reopen')}</Beside>
        )}
      </div>
    </>
  );
}

function Beside({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button variant="default" onClick={onClick}>
      {children}
    </Button>
  );
}
