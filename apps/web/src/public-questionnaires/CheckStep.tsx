import { plural, text } from '@samenoud/texts';
import { answerWords, type FormValues, filledInBy, openQuestions, wordsIn } from './form-values.ts';
import classes from './page.module.css';
import { PageTitle } from './PageTitle.tsx';
import type { Question } from './questionnaire-types.ts';
import { helperStep, remarkStep, stepOfQuestion } from './steps.ts';

type Props = {
  questions: readonly Question[];
  values: FormValues;
  onGo: (place: number) => void;
  onSend: () => void;
  isSending: boolean;
};

/** Everything once more, with what is still open on top; then it can be sent. */
export function CheckStep({ questions, values, onGo, onSend, isSending }: Props) {
  const title = text('publicQuestionnaire.check.title');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <p className={classes['text']}>{text('publicQuestionnaire.check.hint')}</p>
      <OpenQuestions open={openQuestions(questions, values)} onGo={onGo} />
      <SendButton onSend={onSend} isSending={isSending} />
      <h2 className={classes['subtitle']}>{text('publicQuestionnaire.check.answers')}</h2>
      <ol className={classes['answers']}>
        <AboutTheForm values={values} questions={questions} onGo={onGo} part="HELPER" />
        {questions.map((question) => (
          <GivenAnswer key={question.id} question={question} values={values} onGo={onGo} />
        ))}
        <AboutTheForm values={values} questions={questions} onGo={onGo} part="REMARK" />
      </ol>
      <SendButton onSend={onSend} isSending={isSending} />
    </>
  );
}

/** Above the answers for who is sure, and below them for who read them all. */
function SendButton({ onSend, isSending }: Pick<Props, 'onSend' | 'isSending'>) {
  return (
    <div className={classes['buttons']}>
      <button type="button" className={classes['primary']} aria-disabled={isSending} onClick={onSend}>
        {text(isSending ? 'publicQuestionnaire.check.sending' : 'publicQuestionnaire.check.send')}
      </button>
    </div>
  );
}

type GoTo = { onGo: (place: number) => void };

function OpenQuestions({ open, onGo }: GoTo & { open: readonly Question[] }) {
  if (open.length === 0) return <p className={classes['notice']}>{text('publicQuestionnaire.check.complete')}</p>;
  return (
    <div className={classes['notice']}>
      <p className={classes['label']}>{plural('publicQuestionnaire.check.open', open.length)}</p>
      <ul className={classes['openList']}>
        {open.map(({ id, number }) => (
          <li key={id}>
            <button type="button" className={classes['plain']} onClick={() => onGo(stepOfQuestion(number))}>
              {text('publicQuestionnaire.check.goTo', { number })}
            </button>
          </li>
        ))}
      </ul>
      <p>{text('publicQuestionnaire.check.openHint')}</p>
    </div>
  );
}

function GivenAnswer({ question, values, onGo }: GoTo & { question: Question; values: FormValues }) {
  const { id, number } = question;
  const answer = values[id];
  const words = answerWords(question, answer);
  const none = text(answer === undefined ? 'publicQuestionnaire.check.none' : 'publicQuestionnaire.question.unknown');
  return (
    <Line
      question={`${number}. ${question.text}`}
      answer={words ?? none}
      isOpen={words === undefined}
      change={text('publicQuestionnaire.check.changeQuestion', { number })}
      onChange={() => onGo(stepOfQuestion(number))}
    />
  );
}

type AboutProps = GoTo & { values: FormValues; questions: readonly Question[]; part: 'HELPER' | 'REMARK' };

function AboutTheForm({ values, questions, onGo, part }: AboutProps) {
  const by = filledInBy(values);
  if (part === 'REMARK') {
    const remark = wordsIn(values, 'remark').trim();
    return (
      <Line
        question={text('publicQuestionnaire.check.remark')}
        answer={remark || text('publicQuestionnaire.check.remarkNone')}
        isOpen={remark === ''}
        change={text('publicQuestionnaire.check.changeRemark')}
        onChange={() => onGo(remarkStep(questions))}
      />
    );
  }
  const helper = by === 'SELF' ? '' : wordsIn(values, 'completedWithHelpOf').trim();
  const words = by && text(`publicQuestionnaire.helper.by.${by}`);
  return (
    <Line
      question={text('publicQuestionnaire.check.filledInBy')}
      answer={[words ?? text('publicQuestionnaire.check.none'), helper].filter(Boolean).join(': ')}
      isOpen={by === undefined}
      change={text('publicQuestionnaire.check.changeHelper')}
      onChange={() => onGo(helperStep())}
    />
  );
}

type LineProps = { question: string; answer: string; isOpen: boolean; change: string; onChange: () => void };

function Line({ question, answer, isOpen, change, onChange }: LineProps) {
  return (
    <li>
      <p>{question}</p>
      <p className={classes['answer']} data-open={isOpen}>
        {answer}
      </p>
      <button type="button" className={classes['plain']} aria-label={change} onClick={onChange}>
        {text('publicQuestionnaire.check.change')}
      </button>
    </li>
  );
}
