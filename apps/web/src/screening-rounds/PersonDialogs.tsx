import { text } from '@samenoud/texts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import type { Invitation } from './round-types.ts';
import { SentDayDialog } from './SentDayDialog.tsx';
import type { usePersonAct } from './use-person-act.ts';

export type Asking = 'LETTER' | 'REFUSED' | 'NOT_REACHED' | 'HANDED_OVER' | 'HOME_VISIT' | 'SENT';

type Props = {
  asking: Asking;
  invitation: Invitation;
  acts: ReturnType<typeof usePersonAct>;
  today: string;
  onLetter: () => void;
  onClose: () => void;
};

/** What is asked before an act, where it needs an answer or cannot be undone. */
export function PersonDialogs({ asking, invitation, acts, today, onLetter, onClose }: Props) {
  const { name } = invitation.client;
  if (asking === 'REFUSED')
    return (
      <RefuseDialog
        name={name}
        onClose={onClose}
        onRefuse={(words) => {
          acts.step(invitation, { state: 'REFUSED', ...words });
          onClose();
        }}
      />
    );
  if (asking === 'LETTER')
    return (
      <ConfirmDialog
        title={text('screeningRounds.act.letter.title', { name })}
        consequence={text('screeningRounds.act.letter.consequence')}
        confirmLabel={text('screeningRounds.act.letter.confirm')}
        onCancel={onClose}
        onConfirm={() => {
          onLetter();
          onClose();
        }}
      />
    );
  if (asking === 'NOT_REACHED')
    return (
      <ConfirmDialog
        title={text('screeningRounds.act.notReached.title', { name })}
        consequence={text('screeningRounds.act.notReached.consequence')}
        confirmLabel={text('screeningRounds.act.notReached.confirm')}
        onCancel={onClose}
        onConfirm={() => {
          acts.step(invitation, { state: 'NOT_REACHED' });
          onClose();
        }}
      />
    );
  return (
    <SentDayDialog
      title={text(`screeningRounds.act.dayTitle.${asking}`, { name })}
      today={today}
      onClose={onClose}
      onSave={(sentOn) => {
        acts.step(invitation, { state: 'SENT', sentOn, route: asking === 'SENT' ? 'MAIL' : asking });
        onClose();
      }}
    />
  );
}
