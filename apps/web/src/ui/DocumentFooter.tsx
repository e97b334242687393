import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { SaveStatus } from '../platform/autosave/save-status.ts';
import classes from './DocumentFooter.module.css';
import { SaveState } from './SaveState.tsx';

type Props = { status: SaveStatus; label: string; onCancel: () => void };

/** Save, stop, and whether the work is safe. It covers nothing of the form above it. */
export function DocumentFooter({ status, label, onCancel }: Props) {
  return (
    <div className={classes['footer']}>
      <Button type="submit" disabled={status.kind === 'SAVING'}>
        {label}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {text('common.cancel')}
      </Button>
      <SaveState status={status} />
    </div>
  );
}
