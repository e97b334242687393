import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { IconBackspace } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Keys } from '../ui/Keys.tsx';
import { DECISION_KEYS, type MeetingAct } from './decision-keys.ts';
import classes from './meetings.module.css';

type Props = { onAct: (act: MeetingAct) => void; mayAgree: boolean; onUndo?: () => void; children: ReactNode };

/** What can be done about the client on screen, each with its key. */
export function DecisionBar({ onAct, mayAgree, onUndo, children }: Props) {
  return (
    <div className={classes['bar']} role="group" aria-label={text('teamMeetings.run.decisions')}>
      {DECISION_KEYS.map(([kind, keys]) => (
        <Button key={kind} variant="default" onClick={() => onAct(kind)}>
          <Keys keys={keys.toUpperCase()} />
          &ensp;{text(`teamMeetings.decision.${kind}`)}
        </Button>
      ))}
      <Button variant="default" onClick={() => onAct('FEEDBACK')}>
        <Keys keys="T" />
        &ensp;{text('teamMeetings.feedback.short')}
      </Button>
      {mayAgree && (
        <Button variant="default" onClick={() => onAct('AGREEMENT')}>
          <Keys keys="K" />
          &ensp;{text('teamMeetings.agreement.short')}
        </Button>
      )}
      {children}
      {onUndo && (
        <Button variant="subtle" leftSection={<IconBackspace size={20} aria-hidden />} onClick={onUndo}>
          {text('teamMeetings.run.undo')}
        </Button>
      )}
    </div>
  );
}
