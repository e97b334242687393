import { text } from '@samenoud/texts';
import { Keys } from '../../ui/Keys.tsx';
import classes from './EntrySheet.module.css';
import type { EntryCount } from './entry-state.ts';

type Props = {
  count: EntryCount;
  total: number;
  onKey: (key: string) => void;
  /** The keys of a sheet that did not come back or cannot be read mean nothing in a conversation. */
  isSheet: boolean;
  onRemark: (() => void) | undefined;
  onStop: () => void;
};

const BUTTONS = [
  { key: '-', cap: '-', label: text('entry.keys.blank') },
  { key: '?', cap: '?', label: text('entry.keys.illegible') },
  { key: '*', cap: '*', label: text('entry.keys.missingSheet') },
  { key: 'Backspace', cap: '⌫', label: text('entry.keys.back') },
  { key: 'Enter', cap: '⏎', label: text('entry.keys.next') },
] as const;

/** How far the form is, and every key as a button. The buttons leave the focus where it is. */
export function EntryFooter({ count, total, isSheet, onKey, onRemark, onStop }: Props) {
  const buttons = BUTTONS.filter(({ key }) => isSheet || (key !== '?' && key !== '*'));
  return (
    <div className={classes['footer']}>
      <span className={`${classes['count']} numbers`}>{text('entry.count', { ...count, total })}</span>
      <span className={classes['keys']}>
        <span>
          <Keys keys="0–9" /> {text('entry.keys.answer')}
        </span>
        {buttons.map(({ key, cap, label }) => (
          <button key={key} type="button" className={classes['key']} onClick={() => onKey(key)}>
            <Keys keys={cap} /> {label}
          </button>
        ))}
        {onRemark !== undefined && (
          <button type="button" className={classes['key']} onClick={onRemark}>
            <Keys keys="F4" /> {text('entry.keys.remark')}
          </button>
        )}
        <button type="button" className={classes['key']} onClick={onStop}>
          <Keys keys="F2" /> {text('entry.keys.stop')}
        </button>
      </span>
    </div>
  );
}
