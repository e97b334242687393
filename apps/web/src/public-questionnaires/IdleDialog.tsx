import { plural, text } from '@samenoud/texts';
import classes from './page.module.css';
import { PageDialog } from './PageDialog.tsx';

/** Before the hour is over. Any way out of the dialog says that somebody is there. */
export function IdleDialog({ minutes, onStay }: { minutes: number; onStay: () => void }) {
  return (
    <PageDialog title={text('publicQuestionnaire.idle.title')} onClose={onStay}>
      <p className={classes['text']}>{plural('publicQuestionnaire.idle.hint', minutes)}</p>
      <button type="button" className={classes['primary']} onClick={onStay}>
        {text('publicQuestionnaire.idle.stay')}
      </button>
    </PageDialog>
  );
}
