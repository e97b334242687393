import { FORM_PAGES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import classes from './page.module.css';
import { PageTitle } from './PageTitle.tsx';

const QUESTIONS = FORM_PAGES.flatMap(({ items }) => items).length;

/** What it is, how long it takes, and that nobody has to. */
export function Welcome({ onStart, isFirst }: { onStart: () => void; isFirst: boolean }) {
  const title = text('publicQuestionnaire.welcome.title');
  return (
    <>
      <PageTitle name={title} takesFocus={!isFirst}>
        {title}
      </PageTitle>
      <p className={classes['text']}>{text('publicQuestionnaire.welcome.why')}</p>
      <ul className={classes['points']}>
        <li>{text('publicQuestionnaire.welcome.points.time', { n: QUESTIONS })}</li>
        <li>{text('publicQuestionnaire.welcome.points.help')}</li>
        <li>{text('publicQuestionnaire.welcome.points.pause')}</li>
        <li>{text('publicQuestionnaire.welcome.points.choice')}</li>
        <li>{text('publicQuestionnaire.welcome.points.letter')}</li>
      </ul>
      <button type="button" className={classes['primary']} onClick={onStart}>
        {text('publicQuestionnaire.welcome.start')}
      </button>
      <p className={classes['emergency']}>{text('publicQuestionnaire.welcome.emergency')}</p>
    </>
  );
}
