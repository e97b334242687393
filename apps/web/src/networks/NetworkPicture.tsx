import { placeTies, RING_RADII } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { NetworkTie } from './network-queries.ts';
import classes from './networks.module.css';
import paper from '../ui/Document.module.css';

/** Side of the picture in its own units; names stand outside the outer ring. */
const SIDE = 400;
const VIEW = { x: -260, y: -215, width: 520, height: 430 } as const;
const NODE = 15;
const ME = 30;
const LONGEST_NAME = 15;

const short = (name: string): string =>
  [...name].length > LONGEST_NAME ? `${[...name].slice(0, LONGEST_NAME - 1).join('')}…` : name;

/** The client in the middle, who stands nearest on the inner ring. The table below says the same in words, by the same numbers. */
export function NetworkPicture({ ties }: { ties: readonly NetworkTie[] }) {
  const places = placeTies(ties.map(({ closeness }) => closeness));
  const placed = ties.map((tie, index) => ({
    tie,
    index,
    x: (places[index]?.x ?? 0) * SIDE,
    y: (places[index]?.y ?? 0) * SIDE,
  }));
  return (
    <figure style={{ margin: 0 }}>
      <svg
        className={classes['picture']}
        viewBox={`${VIEW.x} ${VIEW.y} ${VIEW.width} ${VIEW.height}`}
        role="img"
        aria-label={text('networks.picture.label')}
      >
        {RING_RADII.map((radius) => (
          <circle key={radius} className={classes['ring']} r={radius * SIDE} />
        ))}
        {placed.map(({ tie, index, x, y }) => (
          <line key={index} className={tie.wish === 'MORE' ? classes['wished'] : classes['line']} x2={x} y2={y} />
        ))}
        <circle className={classes['me']} r={ME} />
        <text className={classes['meWord']} textAnchor="middle" dominantBaseline="central">
          {text('networks.picture.me')}
        </text>
        {placed.map(({ tie, index, x, y }) => (
          <g key={index} transform={`translate(${x} ${y})`}>
            <circle className={`${classes['node']} ${tie.strain === 'HEAVY' ? classes['heavy'] : ''}`} r={NODE} />
            <text className={classes['number']} textAnchor="middle" dominantBaseline="central">
              {index + 1}
            </text>
            <text className={classes['name']} y={NODE + 13} textAnchor="middle">
              {short(tie.name)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className={paper['quiet']}>{text('networks.picture.legend')}</figcaption>
    </figure>
  );
}
