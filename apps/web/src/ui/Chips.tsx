import type { ReactNode } from 'react';
import classes from './Chips.module.css';

type ChipProps = { label: string; isOn: boolean; onToggle: () => void };

/** A value of a filter that is on or off. */
export function Chip({ label, isOn, onToggle }: ChipProps) {
  return (
    <button type="button" className={classes['chip']} aria-pressed={isOn} onClick={onToggle}>
      {label}
    </button>
  );
}

/** Chips under one name. */
export function ChipGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={name} className={classes['group']}>
      <span className={classes['name']} aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}
