import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useHotkeys } from '../platform/hotkeys.ts';
import { Keys } from '../ui/Keys.tsx';
import classes from './meetings.module.css';

/** In place of a client who does not want to be discussed, on the screen that everybody follows. */
export function CoveredPlace({ onUncover }: { onUncover: () => void }) {
  useHotkeys([{ keys: 'o', description: text('teamMeetings.covered.act'), run: onUncover }]);
  return (
    <>
      <p className={classes['runName']}>{text('teamMeetings.agenda.notShared')}</p>
      <p className={classes['since']}>{text('teamMeetings.covered.why')}</p>
      <Button variant="default" onClick={onUncover}>
        {text('teamMeetings.covered.act')}&ensp;
        <Keys keys="O" />
      </Button>
    </>
  );
}
