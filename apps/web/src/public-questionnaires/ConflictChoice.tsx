import type { Answer } from '@samenoud/domain';
import { isMissingAnswer } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Conflict } from '../platform/autosave/save-status.ts';
import { answerWords, isAboutTheForm } from './form-values.ts';
import classes from './page.module.css';
import { FILLED_IN_BY, type Question } from './questionnaire-types.ts';

type Props = {
  conflicts: readonly Conflict<Answer>[];
  questions: readonly Question[];
  onChoose: (item: string, answer: Answer) => void;
};

/** The same question was answered differently on two devices: both are shown, and one click chooses. */
export function ConflictChoice({ conflicts, questions, onChoose }: Props) {
  if (conflicts.length === 0) return null;
  return (
    <section className={classes['notice']} role="alert">
      <h2 className={classes['label']}>{text('publicQuestionnaire.conflict.title')}</h2>
      <p>{text('publicQuestionnaire.conflict.hint')}</p>
      {conflicts.map(({ item, mine, theirs }) => {
        const question = questions.find(({ id }) => id === item);
        return (
          <div key={item}>
            <p className={classes['label']}>{nameOf(item, question)}</p>
            <div className={classes['buttons']}>
              {[mine, theirs ?? nothingIn(item)].map((answer, index) => (
                <button
                  key={index === 0 ? 'mine' : 'theirs'}
                  type="button"
                  className={classes['secondary']}
                  onClick={() => onChoose(item, answer)}
                >
                  {text('publicQuestionnaire.conflict.take', { answer: wordsOf(item, question, answer) })}
                </button>
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}

const nothingIn = (item: string): Answer => (isAboutTheForm(item) ? '' : { missing: 'BLANK' });

function nameOf(item: string, question: Question | undefined): string {
  if (question !== undefined) return `${question.number}. ${question.text}`;
  return isAboutTheForm(item) ? text(`publicQuestionnaire.conflict.field.${item}`) : item;
}

function wordsOf(item: string, question: Question | undefined, answer: Answer): string {
  if (question !== undefined && isMissingAnswer(answer)) return text('publicQuestionnaire.question.unknown');
  const by = item === 'completedBy' ? FILLED_IN_BY.find((code) => code === answer) : undefined;
  if (by !== undefined) return text(`publicQuestionnaire.helper.by.${by}`);
  const words = question === undefined ? (typeof answer === 'string' ? answer : '') : answerWords(question, answer);
  return words || text('publicQuestionnaire.conflict.nothing');
}
