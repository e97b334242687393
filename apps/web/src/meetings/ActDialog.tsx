import { AgreementDialog } from './AgreementDialog.tsx';
import type { MeetingAct } from './decision-keys.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { FeedbackDialog } from './FeedbackDialog.tsx';
import { type AgendaLine, isShared, type Meeting } from './meeting-queries.ts';
import type { Person } from './meeting-words.ts';
import { NotReturnedDialog } from './NotReturnedDialog.tsx';

/** A form that is open, and the client it was opened for. */
export interface OpenAct {
  readonly kind: MeetingAct;
  readonly line: AgendaLine;
  /** Who else is dealt with in the same go. */
  readonly block: readonly AgendaLine[];
}

type Props = { act: OpenAct; meeting: Meeting; people: readonly Person[]; today: string; onClose: () => void };

/** The form of one act. It stays with the client it was opened for, also when the presenter goes on to the next one. */
export function ActDialog({ act: { kind, line: opened, block }, meeting, people, today, onClose }: Props) {
  const line = meeting.agenda.filter(isShared).find(({ id }) => id === opened.id) ?? opened;
  if (kind === 'FEEDBACK')
    return <FeedbackDialog meetingId={meeting.id} line={line} people={people} today={today} onClose={onClose} />;
  if (kind === 'AGREEMENT') return <AgreementDialog meetingId={meeting.id} line={line} onClose={onClose} />;
  if (kind === 'NOT_RETURNED') return <NotReturnedDialog meetingId={meeting.id} lines={block} onClose={onClose} />;
  return <DecisionDialog kind={kind} line={line} people={people} today={today} onClose={onClose} />;
}
