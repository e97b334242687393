import { Button } from '@mantine/core';
import { formatDutchDay, PROFILES } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { announce } from '../platform/announcer.tsx';
import { useHotkeys } from '../platform/hotkeys.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Keys } from '../ui/Keys.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type AgendaLine, isShared, type Meeting, meetingQuery, rebuildAgenda, toDiscuss } from './meeting-queries.ts';
import { reasonWords } from './meeting-words.ts';
import classes from './meetings.module.css';

export type Confirmed = { clientId: string; profile: (typeof PROFILES)[number]; responseId: string };
type Props = {
  meeting: Meeting;
  /** Assigns what was proposed; without it somebody may look, not confirm. */
  onConfirm?: (confirmed: Confirmed) => Promise<unknown>;
};

const profileReason = ({ reasons }: AgendaLine) => reasons.find(({ code }) => code.startsWith('PROFILE_'));

/** What can be confirmed as it was proposed; what is undetermined takes somebody who chooses. */
function confirmable(line: AgendaLine): Confirmed | undefined {
  const profile = PROFILES.find((one) => one === line.proposed);
  const reason = profileReason(line);
  return profile && reason && { clientId: line.clientId, profile, responseId: reason.rowId };
}

/** New and changed profiles before the meeting, one key per client: confirmed ones leave the agenda, the others are discussed. */
export function ProfileReview({ meeting, onConfirm }: Props) {
  const cache = useQueryClient();
  const [kept, setKept] = useState<readonly string[]>([]);
  const lines = toDiscuss(meeting).filter(isShared).filter(profileReason);
  const waiting = lines.filter(({ id }) => !kept.includes(id));
  const current = waiting[0];
  const confirm = useMutation({
    mutationFn: async ({ confirmed }: { confirmed: Confirmed; name: string }) => {
      await onConfirm?.(confirmed);
      return rebuildAgenda(meeting);
    },
    onSuccess: (changed, { name }) => {
      cache.setQueryData(meetingQuery(meeting.id).queryKey, changed);
      announce(text('teamMeetings.review.confirmed', { name }));
    },
    onError: () => cache.invalidateQueries({ queryKey: meetingQuery(meeting.id).queryKey }),
  });
  function confirmLine(line: AgendaLine): void {
    const confirmed = confirmable(line);
    if (confirmed !== undefined && !confirm.isPending) confirm.mutate({ confirmed, name: line.clientName });
  }
  const keep = ({ id }: AgendaLine): void => setKept((before) => [...before, id]);
  useHotkeys(
    current === undefined
      ? []
      : [
          ...(onConfirm === undefined
            ? []
            : [{ keys: 'b', description: text('teamMeetings.review.confirm'), run: () => confirmLine(current) }]),
          { keys: 'd', description: text('teamMeetings.review.discuss'), run: () => keep(current) },
        ],
  );
  if (current === undefined)
    return (
      <EmptyState title={text('teamMeetings.review.done')} hint={plural('teamMeetings.review.left', lines.length)} />
    );
  return (
    <section aria-label={text('teamMeetings.review.title')} className={classes['section']}>
      {confirm.error !== null && <ProblemSummary error={confirm.error} />}
      <p role="status">{plural('teamMeetings.review.waiting', waiting.length)}</p>
      <ol className={classes['agenda']}>
        {waiting.map((line) => (
          <li key={line.id} aria-current={line === current ? 'step' : undefined}>
            <p className={classes['who']}>
              <Link to={`/clients/${line.clientId}/profiles`} className={classes['name']}>
                {line.clientName}
              </Link>
              {line.birthDate !== null && <span className={classes['quiet']}>{formatDutchDay(line.birthDate)}</span>}
            </p>
            <ul className={classes['reasons']}>
              {line.reasons.map((reason) => (
                <li key={`${reason.code} ${reason.rowId}`}>{reasonWords(reason)}</li>
              ))}
            </ul>
            <div className={classes['acts']}>
              {
                onConfirm !== undefined && confirmable(line) !== undefined &&
                <Act words="confirm" keys="B" name={line.clientName} isFirst={line === current} onClick={() => confirmLine(line)} /> // prettier-ignore
              }
              <Act
                words="discuss"
                keys="D"
                name={line.clientName}
                isFirst={line === current}
                onClick={() => keep(line)}
              />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

type ActProps = { words: 'confirm' | 'discuss'; keys: string; name: string; isFirst: boolean; onClick: () => void };

/** The keys work for the first of the list. */
function Act({ words, keys, name, isFirst, onClick }: ActProps) {
  return (
    <Button size="compact-md" variant={isFirst && words === 'confirm' ? 'filled' : 'default'} onClick={onClick}>
      {text(`teamMeetings.review.${words}`)}
      <span className="visually-hidden">: {name}</span>
      {isFirst && (
        <>
          &ensp;
          <Keys keys={keys} />
        </>
      )}
    </Button>
  );
}
