import { text } from '@samenoud/texts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

type Props = { baseline: number; target: number; onConfirm: () => void; onCancel: () => void };

/** A wish that is worse than the start is sometimes meant: the screen asks. */
export function ConfirmWorse({ baseline, target, onConfirm, onCancel }: Props) {
  return (
    <ConfirmDialog
      title={text('carePlans.goal.worseTitle')}
      consequence={text('carePlans.goal.worse', { baseline, target })}
      confirmLabel={text('carePlans.goal.worseConfirm')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    />
  );
}
