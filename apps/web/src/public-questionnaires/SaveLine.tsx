import { text } from '@samenoud/texts';
import type { SaveStatus } from '../platform/autosave/save-status.ts';
import { clockOf } from '../ui/clock.ts';
import classes from './page.module.css';

function words(status: SaveStatus): string {
  if (status.kind === 'IDLE') return text('publicQuestionnaire.save.idle');
  if (status.kind === 'SAVING') return text('publicQuestionnaire.save.saving');
  if (status.kind === 'SAVED') return text('publicQuestionnaire.save.saved', { time: clockOf(status.at) });
  return [text('publicQuestionnaire.save.notSaved'), reason(status)].filter(Boolean).join(' ');
}

function reason(status: Extract<SaveStatus, { kind: 'NOT_SAVED' }>): string | undefined {
  if (status.why === 'RETRYING') return text('publicQuestionnaire.save.retrying');
  if (status.why === 'LOCKED') return text('publicQuestionnaire.save.locked');
  return status.why === 'REFUSED' ? status.detail : undefined;
}

/** Whether the answers are safe, in a sentence that never says so too early. */
export function SaveLine({ status }: { status: SaveStatus }) {
  return (
    <p className={classes['saving']} data-kind={status.kind}>
      {words(status)}
    </p>
  );
}
