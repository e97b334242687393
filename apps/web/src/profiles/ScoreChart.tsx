import {
  formatDutchDay,
  type InstrumentId,
  type InstrumentPack,
  INSTRUMENTS,
  type InstrumentPacks,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import { type ChartLine, chartLines } from './chart-lines.ts';
import type { Completed } from './profile-types.ts';
import classes from './profiles.module.css';
import { boundsWords } from './score-words.ts';

const WIDTH = 360;
const HEIGHT = 140;
const LEFT = 28;
const RIGHT = 16;
const TOP = 10;
const BOTTOM = 24;

type PlotProps = { instrument: InstrumentId; pack: InstrumentPack; responses: readonly Completed[] };

function Line({ line, y, x }: { line: ChartLine; x: (share: number) => number; y: (points: number) => number }) {
  const middle = ({ lower, upper }: { lower: number; upper: number }): number => y((lower + upper) / 2);
  return (
    <g>
      <polyline
        className={classes['line']}
        points={line.points.map((point) => `${x(point.x)},${middle(point)}`).join(' ')}
      />
      {line.points.map((point) => (
        <g key={point.id}>
          {point.lower < point.upper && (
            <line
              className={classes['range']}
              x1={x(point.x)}
              x2={x(point.x)}
              y1={y(point.lower)}
              y2={y(point.upper)}
            />
          )}
          <circle className={classes['dot']} cx={x(point.x)} cy={middle(point)} r={4} />
        </g>
      ))}
    </g>
  );
}

/** One instrument over time. Open questions are a bar from the least to the most the total can be. */
function Plot({ instrument, pack, responses }: PlotProps) {
  const lines = chartLines(responses, instrument);
  const name = text(`profiles.instrument.${instrument}`);
  const x = (share: number): number => LEFT + 8 + share * (WIDTH - LEFT - RIGHT - 16);
  const y = (points: number): number => HEIGHT - BOTTOM - (points / pack.maximumScore) * (HEIGHT - TOP - BOTTOM);
  return (
    <figure className={classes['plot']}>
      <figcaption>{name}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={text('profiles.chart.label', { instrument: name })}
      >
        {[0, pack.maximumScore].map((points) => (
          <g key={points}>
            <line className={classes['axis']} x1={LEFT} x2={WIDTH - RIGHT} y1={y(points)} y2={y(points)} />
            <text className={classes['tick']} x={LEFT - 6} y={y(points) + 4} textAnchor="end">
              {points}
            </text>
          </g>
        ))}
        <line className={classes['cutOff']} x1={LEFT} x2={WIDTH - RIGHT} y1={y(pack.cutOff)} y2={y(pack.cutOff)} />
        <text className={classes['tick']} x={WIDTH - RIGHT} y={y(pack.cutOff) - 4} textAnchor="end">
          {text('profiles.chart.cutOff', { cutOff: pack.cutOff })}
        </text>
        {lines.map((line) => (
          <Line key={line.version} line={line} x={x} y={y} />
        ))}
        {lines
          .flatMap(({ points }) => points)
          .map((point) => (
            <text key={point.id} className={classes['tick']} x={x(point.x)} y={HEIGHT - 6} textAnchor="middle">
              {point.day.slice(0, 4)}
            </text>
          ))}
      </svg>
    </figure>
  );
}

function versionNote(responses: readonly Completed[], response: Completed, instrument: InstrumentId): string {
  const versions = new Set(responses.map(({ instruments }) => instruments[instrument]));
  if (versions.size < 2) return '';
  return ` ${text('profiles.chart.version', { version: response.instruments[instrument] })}`;
}

type Props = { responses: readonly Completed[]; packs: InstrumentPacks };

/** GFI and INTERMED through the years, as a picture and as the table that says the same. */
export function ScoreChart({ responses, packs }: Props) {
  if (responses.length < 2) return null;
  return (
    <section>
      <h2 className={classes['title']}>{text('profiles.chart.title')}</h2>
      <div className={classes['plots']}>
        {INSTRUMENTS.toReversed().map((instrument) => (
          <Plot key={instrument} instrument={instrument} pack={packs[instrument]} responses={responses} />
        ))}
      </div>
      <table className={`${classes['answers']} numbers`}>
        <caption className="visually-hidden">{text('profiles.chart.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('profiles.chart.day')}</th>
            <th scope="col">{text('profiles.instrument.imesa')}</th>
            <th scope="col">{text('profiles.instrument.gfi')}</th>
            <th scope="col">{text('profiles.chart.proposal')}</th>
          </tr>
        </thead>
        <tbody>
          {responses.map((response) => (
            <tr key={response.id}>
              <th scope="row">{formatDutchDay(response.completedOn)}</th>
              {INSTRUMENTS.toReversed().map((instrument) => (
                <td key={instrument}>
                  {boundsWords(response.assessment.instruments[instrument])}
                  {versionNote(responses, response, instrument)}
                </td>
              ))}
              <td>
                <ProfileTag
                  profile={response.assessment.proposedProfile}
                  kind="PROPOSED"
                  labels={response.assessment.labels}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes['quiet']}>{text('profiles.chart.note')}</p>
    </section>
  );
}
