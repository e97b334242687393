import { text } from '@samenoud/texts';
import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import type { SaveStatus } from '../platform/autosave/save-status.ts';
import { clockOf } from './clock.ts';
import classes from './SaveState.module.css';

/** The one or two words that tell whether the work is safe. */
function headline(status: SaveStatus): string {
  if (status.kind === 'IDLE') return text('common.save.idle');
  if (status.kind === 'SAVING') return text('common.save.saving');
  if (status.kind === 'SAVED') return text('common.save.saved', { time: clockOf(status.at) });
  return text('common.save.notSaved');
}

function explanation(status: SaveStatus): string | undefined {
  if (status.kind !== 'NOT_SAVED') return undefined;
  if (status.why === 'RETRYING') return text('common.save.retrying', { n: status.retryInSeconds });
  if (status.why === 'LOCKED') return text('common.save.locked');
  return status.why === 'REFUSED' ? status.detail : undefined;
}

function Icon({ status }: { status: SaveStatus }) {
  if (status.kind === 'NOT_SAVED') return <IconAlertTriangle size={18} aria-hidden />;
  if (status.kind === 'SAVED') return <IconCheck size={18} aria-hidden />;
  return status.kind === 'SAVING' ? <IconLoader2 size={18} aria-hidden /> : null;
}

export function SaveState({ status }: { status: SaveStatus }) {
  const more = explanation(status);
  return (
    <span className={classes['state']} data-kind={status.kind}>
      <Icon status={status} />
      <span>{headline(status)}</span>
      {more !== undefined && <span className={classes['more']}>{more}</span>}
    </span>
  );
}
