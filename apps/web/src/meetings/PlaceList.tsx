import { NativeSelect } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type AgendaPlace, holds, isShared, type Meeting } from './meeting-queries.ts';
import classes from './meetings.module.css';

type Props = {
  places: readonly AgendaPlace[];
  at: number;
  attendees: Meeting['attendees'];
  /** Whose clients come first here. */
  leavesId: string | null;
  onGo: (to: number) => void;
  onLeaves: (userId: string | null) => void;
};

/** Everybody on the agenda; a click goes there. */
export function PlaceList({ places, at, attendees, leavesId, onGo, onLeaves }: Props) {
  return (
    <nav aria-label={text('teamMeetings.run.listTitle')} className={classes['places']}>
      <NativeSelect
        m="xs"
        label={text('meetingCard.first')}
        value={leavesId ?? ''}
        data={[
          { value: '', label: text('meetingCard.nobody') },
          ...attendees.map(({ userId, displayName }) => ({ value: userId, label: displayName })),
        ]}
        onChange={({ currentTarget }) => onLeaves(currentTarget.value || null)}
      />
      <ol>
        {places.map((place, index) => (
          <li key={place.place}>
            <button
              type="button"
              className={classes['place']}
              aria-current={index + 1 === at ? 'step' : undefined}
              onClick={() => onGo(index + 1)}
            >
              {isShared(place) ? place.clientName : text('teamMeetings.agenda.notShared')}
              {isDone(place) && <span className={classes['quiet']}> · {text('teamMeetings.run.discussed')}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const isDone = ({ outcome, decisions }: AgendaPlace): boolean => outcome === 'DISCUSSED' || decisions.some(holds);
