import { ACTION_LIMITS, addDays } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { WordsDialog } from '../ui/WordsDialog.tsx';
import { type Action, updateAction } from './action-queries.ts';

const POSTPONED_DAYS = 7;

/** What asks something first. */
export type Move = 'POSTPONE' | 'CANCEL';

type MoveProps = {
  action: Action;
  act: Move;
  today: string;
  onDone: (words: string) => void;
  onClose: () => void;
};

/** To which day, or why it need not be done. */
export function MoveDialog({ action, act, today, onDone, onClose }: MoveProps) {
  if (act === 'CANCEL')
    return (
      <WordsDialog
        title={text('actions.cancelTitle')}
        consequence={text('actions.cancelConsequence')}
        fields={[
          {
            id: 'reason',
            kind: 'WORDS',
            label: text('contacts.reason'),
            required: text('contacts.reasonRequired'),
            max: ACTION_LIMITS.reason,
          },
        ]}
        action={text('actions.cancelDo')}
        send={({ reason = '' }) => updateAction(action, { state: 'CANCELLED', reason })}
        onDone={() => onDone(text('actions.isCancelled'))}
        onClose={onClose}
      />
    );
  const from = action.dueOn > today ? action.dueOn : today;
  return (
    <WordsDialog
      title={text('actions.postponeTitle')}
      consequence={text('actions.postponeConsequence')}
      fields={[
        {
          id: 'dueOn',
          kind: 'DAY',
          label: text('actions.newDay'),
          required: text('actions.form.dueOnRequired'),
          initial: addDays(from, POSTPONED_DAYS),
        },
      ]}
      action={text('actions.postponeDo')}
      send={({ dueOn = '' }) => updateAction(action, { dueOn })}
      onDone={() => onDone(text('actions.isPostponed'))}
      onClose={onClose}
    />
  );
}
