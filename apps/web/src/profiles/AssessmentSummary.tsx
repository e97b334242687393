import { formatDutchDay, type InstrumentPacks, questionsOf, SCORE_ONLY_SOURCES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import type { Completed, NameOf } from './profile-types.ts';
import classes from './profiles.module.css';
import { showsScores } from './responses-of-record.ts';
import { proposalWords, totalWords } from './score-words.ts';
import { SecondEntryMark } from './SecondEntryMark.tsx';

type Props = { response: Completed; packs: InstrumentPacks; nameOf: NameOf; mayEnter: boolean };

/** "Ingevuld op 02-10-2026, op papier, door de cliënt, met hulp (dochter), ingevoerd door Els Bakker" */
function headWords(response: Completed, nameOf: NameOf) {
  const { id, completedOn, channel, completedBy, completedWithHelpOf, enteredBy } = response;
  const day = formatDutchDay(completedOn);
  const parts = [
    text('profiles.summary.completedOn', { day, channel: channel === null ? '' : text(`profiles.channel.${channel}`) }),
    completedBy === null ? '' : text(`profiles.summary.by.${completedBy}`),
    completedWithHelpOf ? text('profiles.summary.helper', { helper: completedWithHelpOf }) : '',
    // What a client fills in online is entered by nobody else: the form itself stands for her.
    enteredBy === id ? '' : text('profiles.summary.enteredBy', { name: nameOf(enteredBy) }),
  ];
  return parts
    .map((part) => part.replace(/, $/, ''))
    .filter((part) => part !== '')
    .join(', ')
    .replace(', (', ' (');
}

const SHOWN_AT_ONCE = 8;

/** What must still be asked, in the words of the form itself. */
function DecidingQuestions({ response, packs }: Pick<Props, 'response' | 'packs'>) {
  const { deciding } = response.assessment;
  if (deciding.length === 0) return null;
  const questions = questionsOf(packs).filter(({ item }) => deciding.includes(item.id));
  const list = (
    <ol className={classes['deciding']}>
      {questions.map(({ item, number }) => (
        <li key={item.id} value={number}>
          {item.text}
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <h3 className={classes['subtitle']}>{text('profiles.summary.decidingTitle')}</h3>
      {questions.length <= SHOWN_AT_ONCE ? (
        list
      ) : (
        <details className={classes['details']}>
          <summary>{text('profiles.summary.decidingAll', { n: questions.length })}</summary>
          {list}
        </details>
      )}
    </>
  );
}

/** The standing assessment: the proposal, the totals with their bounds, and what is still open. */
export function AssessmentSummary({ response, packs, nameOf, mayEnter }: Props) {
  const { assessment, source } = response;
  const { gfi, imesa } = assessment.instruments;
  const known = SCORE_ONLY_SOURCES.find((code) => code === source);
  return (
    <section>
      <h2 className={classes['title']}>{text('profiles.summary.title')}</h2>
      <p className={classes['quiet']}>{headWords(response, nameOf)}</p>
      <p className={classes['proposal']}>
        <ProfileTag profile={assessment.proposedProfile} kind="PROPOSED" labels={assessment.labels} />{' '}
        {proposalWords(assessment)}
      </p>
      {response.secondEntry !== undefined && <SecondEntryMark id={response.secondEntry.id} mayEnter={mayEnter} />}
      {showsScores(response) ? (
        <ul className={classes['totals']}>
          <li>
            <strong>{totalWords('imesa', imesa)}</strong>{' '}
            <span className={classes['quiet']}>{text('profiles.summary.cutOff', { cutOff: imesa.cutOff ?? '' })}</span>
          </li>
          <li>
            <strong>{totalWords('gfi', gfi)}</strong>{' '}
            <span className={classes['quiet']}>{text('profiles.summary.cutOff', { cutOff: gfi.cutOff ?? '' })}</span>
          </li>
        </ul>
      ) : (
        <p className={classes['quiet']}>{text('profiles.summary.classOnly')}</p>
      )}
      {known !== undefined && (
        <p>
          {text('profiles.summary.scoredElsewhere', {
            source: response.sourceText ?? text(`profiles.source.${known}`),
          })}
        </p>
      )}
      {response.hidden
        ?.filter(({ pointer }) => pointer === '/answers' && showsScores(response))
        .map(({ code }) => (
          <HiddenNote key={code} code={code} />
        ))}
      <DecidingQuestions response={response} packs={packs} />
    </section>
  );
}
