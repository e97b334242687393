import { highestScore, type InstrumentId, type InstrumentPack, type InstrumentPacks, numberOf } from '@samenoud/domain';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { profileWord } from '../platform/profile-labels.tsx';
import type { Completed } from './profile-types.ts';
import classes from './profiles.module.css';
import { answerWords } from './questions.ts';
import { boundsWords, whyWords } from './score-words.ts';

type SumProps = { instrument: InstrumentId; response: Completed; pack: InstrumentPack };

/** Every question with its answer and its points, and the sum they make. */
function Sum({ instrument, response, pack }: SumProps) {
  const score = response.assessment.instruments[instrument];
  const given = new Map(score.contributions?.map((contribution) => [contribution.item, contribution]));
  const name = text(`profiles.instrument.${instrument}`);
  return (
    <table className={`${classes['answers']} numbers`}>
      <caption>{text('profiles.why.table', { instrument: name, day: formatDutchDay(response.completedOn) })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('profiles.why.number')}</th>
          <th scope="col">{text('profiles.why.question')}</th>
          <th scope="col">{text('profiles.why.answer')}</th>
          <th scope="col" data-number>
            {text('profiles.why.points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {pack.items.map((item) => {
          const contribution = given.get(item.id);
          const stored = response.answers?.[item.id];
          const open = { from: 0, to: highestScore(item) };
          return (
            <tr key={item.id} data-counts={contribution === undefined || contribution.score > 0 || undefined}>
              <td data-number>{numberOf(item.id)}</td>
              <th scope="row">{item.text}</th>
              <td>{answerWords(item, contribution?.answer ?? stored ?? { missing: 'BLANK' })}</td>
              <td data-number>{contribution?.score ?? text('profiles.why.open', open)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {text('profiles.why.total')}
          </th>
          <td data-number>{boundsWords(score)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Down to the single answer: score, rule, versions and source, in the wording the form was answered in. */
export function WhyProfile({ response, packs }: { response: Completed; packs: InstrumentPacks }) {
  const { assessment, entryMode } = response;
  const { gfi, imesa } = assessment.instruments;
  return (
    <section>
      <h2 className={classes['title']}>{text('profiles.why.title')}</h2>
      <p>{whyWords(assessment)}</p>
      <details className={classes['details']}>
        <summary>
          {entryMode === 'ITEMS'
            ? text('profiles.why.table', { instrument: 'INTERMED, GFI', day: formatDutchDay(response.completedOn) })
            : text('profiles.why.sources')}
        </summary>
        <p>
          {text('profiles.why.rule', {
            rule: assessment.rule.id,
            version: assessment.rule.version,
            imesaCutOff: imesa.cutOff ?? '',
            gfiCutOff: gfi.cutOff ?? '',
            complex: profileWord('COMPLEX', assessment.labels),
            frail: profileWord('FRAIL', assessment.labels),
            robust: profileWord('ROBUST', assessment.labels),
          })}
        </p>
        {(['imesa', 'gfi'] as const).map((instrument) => (
          <div key={instrument}>
            {entryMode === 'ITEMS' && <Sum instrument={instrument} response={response} pack={packs[instrument]} />}
            <p className={classes['quiet']}>
              {text('profiles.why.pack', {
                title: packs[instrument].title,
                version: response.instruments[instrument],
                citation: packs[instrument].citation,
              })}
            </p>
          </div>
        ))}
      </details>
    </section>
  );
}
