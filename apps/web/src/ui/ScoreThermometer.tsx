import { text } from '@samenoud/texts';
import classes from './ScoreThermometer.module.css';

type Mark = { label: string; score: number };
type Props = { start: number; wish: number; now: number | null };

const WIDTH = 320;
const LEFT = 12;
const STEP = (WIDTH - 2 * LEFT) / 10;
const place = (score: number): number => LEFT + score * STEP;

/** Start, wish and now on a scale from 0 to 10, where lower is better; the words below say the same. */
export function ScoreThermometer({ start, wish, now }: Props) {
  const marks: Mark[] = [
    { label: text('common.score.start'), score: start },
    { label: text('common.score.wish'), score: wish },
    ...(now === null ? [] : [{ label: text('common.score.now'), score: now }]),
  ];
  const reached = now ?? start;
  return (
    <div className={classes['thermometer']}>
      <svg viewBox={`0 0 ${WIDTH} 44`} aria-hidden focusable="false" className={classes['scale']}>
        <rect x={LEFT} y={20} width={WIDTH - 2 * LEFT} height={8} rx={4} className={classes['tube']} />
        <rect x={LEFT} y={20} width={reached * STEP} height={8} rx={4} className={classes['mercury']} />
        <line x1={place(start)} x2={place(start)} y1={12} y2={36} className={classes['start']} />
        <path d={`M ${place(wish)} 14 l 7 -10 h -14 z`} className={classes['wish']} />
        {now !== null && <circle cx={place(now)} cy={24} r={8} className={classes['now']} />}
        {[0, 5, 10].map((tick) => (
          <text key={tick} x={place(tick)} y={43} textAnchor="middle" className={classes['tick']}>
            {tick}
          </text>
        ))}
      </svg>
      <dl className={classes['words']}>
        {marks.map(({ label, score }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{score}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
