import { text } from '@samenoud/texts';
import classes from './EntrySheet.module.css';

type Props = { name: string; received: number; invited: number };

/** 12 van 180 ingevoerd */
export function RoundProgress({ name, received, invited }: Props) {
  return (
    <div className={classes['round']}>
      <span>{name}</span>
      <span className="numbers">{text('entry.station.progress', { received, invited })}</span>
      <progress aria-label={name} max={Math.max(1, invited)} value={received} />
    </div>
  );
}
