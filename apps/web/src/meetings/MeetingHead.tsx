import { Anchor, Badge, Button, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { announce } from '../platform/announcer.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { wholeDates } from '../ui/whole-dates.tsx';
import { Absences } from './Absences.tsx';
import { AttendanceDialog } from './AttendanceDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { type Meeting, meetingQuery, meetingsQuery, stepMeeting } from './meeting-queries.ts';
import { meetingAt } from './meeting-words.ts';
import { type Asked, MeetingActs } from './MeetingActs.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import classes from './meetings.module.css';

type Props = {
  meeting: Meeting;
  colleagues: readonly { userId: string; label: string }[];
};

/** What this meeting is, where it stands, and the next step for who may take it. */
export function MeetingHead({ meeting, colleagues }: Props) {
  const { id, state, startsAt, place, videoLink, attendees, edition, mayWrite, reason } = meeting;
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Asked | 'ATTENDANCE'>();
  const mayReview = mayEver(useSession().user.role, 'GP_REVIEW', 'READ');
  const isPrepared = state === 'DRAFT' || state === 'OPEN';
  function keep(changed: Meeting, said: string, to?: string): void {
    setOpen(undefined);
    cache.setQueryData(meetingQuery(id).queryKey, changed);
    void cache.invalidateQueries({ queryKey: meetingsQuery.queryKey, exact: true });
    announce(said);
    if (to !== undefined) void navigate(to);
  }
  const close = (): void => setOpen(undefined);
  const present = attendees.filter((one) => one.present === true).length;
  return (
    <header className={classes['head']}>
      <Title order={1}>{wholeDates(text('teamMeetings.one', { at: meetingAt(startsAt) }))}</Title>
      <p className={classes['facts']}>
        <Badge variant="outline" component="span">
          {text(`meetings.state.${state}`)}
        </Badge>
        {place !== null && <span>{place}</span>}
        {videoLink !== null && (
          <Anchor href={videoLink} target="_blank" rel="noreferrer">
            {text('teamMeetings.head.video')}
          </Anchor>
        )}
        <Anchor href={`/api/v1/meetings/${id}/calendar.ics`}>{text('teamMeetings.head.calendar')}</Anchor>
        <Anchor href={`/api/v1/meetings/${id}/agenda.pdf`}>{text('teamMeetings.head.agendaPdf')}</Anchor>
        {isPrepared && mayReview && (
          <Anchor component={Link} to={`/meetings/${id}/review`}>
            {text('profileReview.title')}
          </Anchor>
        )}
        {edition > 0 && (
          <>
            <Anchor component={Link} to={`/meetings/${id}`}>
              {text('teamMeetings.head.agenda')}
            </Anchor>
            <Anchor component={Link} to={`/meetings/${id}/minutes`}>
              {text('teamMeetings.minutes.title')}
            </Anchor>
          </>
        )}
      </p>
      {reason !== null && <p>{reason}</p>}
      <p className={classes['facts']}>
        <span>
          {isPrepared
            ? text('teamMeetings.attendance.invited', { n: attendees.length })
            : text('teamMeetings.run.present', { n: present, total: attendees.length })}
        </span>
        {mayWrite && state !== 'CANCELLED' && state !== 'CLOSED' && (
          <Button variant="subtle" size="compact-md" onClick={() => setOpen('ATTENDANCE')}>
            {text(isPrepared ? 'teamMeetings.attendance.members' : 'teamMeetings.attendance.change')}
          </Button>
        )}
      </p>
      {isPrepared && <Absences meeting={meeting} onDone={keep} />}
      <MeetingActs meeting={meeting} onTaken={keep} onAsk={setOpen} />
      {open === 'CHANGE' && (
        <MeetingForm
          meeting={meeting}
          onDone={(changed) => keep(changed, text('teamMeetings.form.changed'))}
          onClose={close}
        />
      )}
      {open === 'ATTENDANCE' && (
        <AttendanceDialog
          meeting={meeting}
          colleagues={colleagues}
          onDone={(changed) => keep(changed, text('teamMeetings.attendance.saved'))}
          onClose={close}
        />
      )}
      {open === 'CLOSE' && (
        <CloseDialog
          meeting={meeting}
          onDone={(changed) => keep(changed, text('teamMeetings.close.done'), `/meetings/${id}/minutes`)}
          onClose={close}
        />
      )}
      {(open === 'CANCEL' || open === 'REOPEN') && (
        <StepWithReason meeting={meeting} step={open} onDone={keep} onClose={close} />
      )}
    </header>
  );
}

type StepProps = {
  meeting: Meeting;
  step: 'CANCEL' | 'REOPEN';
  onDone: (meeting: Meeting, said: string) => void;
  onClose: () => void;
};

/** A step that stays visible with its reason. */
function StepWithReason({ meeting, step, onDone, onClose }: StepProps) {
  const words = step === 'CANCEL' ? 'cancel' : 'reopen';
  return (
    <ReasonDialog
      title={text(`teamMeetings.${words}.title`)}
      consequence={text(`teamMeetings.${words}.consequence`)}
      reasonLabel={text(`teamMeetings.${words}.reason`)}
      confirmLabel={text(`teamMeetings.${words}.act`)}
      send={(reason) => stepMeeting(meeting, step === 'CANCEL' ? 'CANCELLED' : 'REOPENED', reason)}
      onDone={(changed) => onDone(changed, text(`teamMeetings.${words}.done`))}
      onClose={onClose}
    />
  );
}
