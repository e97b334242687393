import { plural, text } from '@samenoud/texts';
import classes from './page.module.css';
import { PageTitle } from './PageTitle.tsx';

type Props = { answered: number; onGoOn: () => void; onOther: () => void };

/** A questionnaire was begun in this browser within the hour; perhaps by somebody else of the household. */
export function ResumeOffer({ answered, onGoOn, onOther }: Props) {
  const title = text('publicQuestionnaire.resume.title');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <p className={classes['text']}>{plural('publicQuestionnaire.resume.hint', answered)}</p>
      <div className={classes['buttons']}>
        <button type="button" className={classes['primary']} onClick={onGoOn}>
          {text('publicQuestionnaire.resume.goOn')}
        </button>
        <button type="button" className={classes['secondary']} onClick={onOther}>
          {text('publicQuestionnaire.resume.other')}
        </button>
      </div>
    </>
  );
}
