import { Link } from 'react-router';
import classes from './Counter.module.css';

type CounterProps = {
  to: string;
  title: string;
  count: number;
  /** The same in a sentence, for who does not see the number stand beside its title. */
  label: string;
  /** How many of them are too late, in words; nothing where none is. */
  late?: string | undefined;
};

/** On Vandaag: how much waits somewhere, and the way there. */
export function Counter({ to, title, count, label, late }: CounterProps) {
  return (
    <Link to={to} className={classes['counter'] ?? ''} aria-label={late === undefined ? label : `${label}, ${late}`}>
      <span>{title}</span> <strong>{count}</strong>
      {late !== undefined && <span className={classes['late']}>{late}</span>}
    </Link>
  );
}
