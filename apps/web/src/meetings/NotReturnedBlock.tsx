import { Button } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { Keys } from '../ui/Keys.tsx';
import type { AgendaLine } from './meeting-queries.ts';
import classes from './meetings.module.css';

type Props = { lines: readonly AgendaLine[]; onAct: () => void };

/** All who did not send their form back, above the card of the one who is shown. */
export function NotReturnedBlock({ lines, onAct }: Props) {
  return (
    <section className={classes['together']} aria-label={plural('meetingCard.notReturned.title', lines.length)}>
      <p>
        <strong>{plural('meetingCard.notReturned.title', lines.length)}</strong>
        <br />
        {lines.map(({ clientName }) => clientName).join(' · ')}
      </p>
      <Button variant="default" onClick={onAct}>
        {text('meetingCard.notReturned.act')}&ensp;
        <Keys keys="R" />
      </Button>
    </section>
  );
}
