import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useHotkeys } from '../platform/hotkeys.ts';
import { connectionStore } from '../platform/live-events/connection.ts';
import { useStore } from '../platform/store.ts';
import { Keys } from '../ui/Keys.tsx';
import type { NameOf } from './meeting-words.ts';
import type { Shown } from './use-shown-place.ts';
import classes from './meetings.module.css';

type Props = { shown: Shown; mayPresent: boolean; nameOf: NameOf };

/** Whose screen this is while the meeting runs, how to look elsewhere or be followed, and whether it still hears of the others. */
export function ScreenBar({ shown: { looks, presenterId, follow, present }, mayPresent, nameOf }: Props) {
  const hears = useStore(connectionStore);
  const acts = [
    ...(looks === 'ALONE' && presenterId !== null
      ? [{ keys: 'f', what: text('teamMeetings.run.follow'), run: follow }]
      : []),
    ...(looks !== 'PRESENTS' && mayPresent
      ? [{ keys: 's', what: text('teamMeetings.run.letFollow'), run: present }]
      : []),
  ];
  useHotkeys(acts.map(({ keys, what, run }) => ({ keys, description: what, run })));
  return (
    <div className={classes['screen']}>
      {!hears && (
        <p role="status" className={classes['offline']}>
          {text('teamMeetings.run.offline')}
        </p>
      )}
      <span className={classes['quiet']}>
        {looks === 'PRESENTS' && text('teamMeetings.run.presents')}
        {looks === 'FOLLOWS' && text('teamMeetings.run.follows', { name: nameOf(presenterId) })}
        {looks === 'ALONE' && text('teamMeetings.run.looksElsewhere')}
      </span>
      {acts.map(({ keys, what, run }) => (
        <Button key={keys} variant="subtle" size="compact-md" onClick={run}>
          <Keys keys={keys.toUpperCase()} />
          &ensp;{what}
        </Button>
      ))}
    </div>
  );
}
