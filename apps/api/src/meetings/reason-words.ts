import { type AgendaDetail, formatDutchDay, type ProfileLabels, type ProposedProfile } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { ReasonRow } from './agenda-rows.ts';

/** What a reason says beside its code, in the words of the practice; null where the code says it all. */
export function reasonDetail({ code, detail, asked }: ReasonRow, labels: ProfileLabels): string | null {
  if (code === 'MANUAL') return asked;
  if (code === 'CARRIED_OVER') return text('meetings.detail.times', { n: detail.times ?? 1 });
  if (code === 'OPEN_ACTION')
    return detail.dueOn ? text('meetings.detail.dueOn', { day: formatDutchDay(detail.dueOn) }) : null;
  if (code === 'SIGNAL') return signalWords(detail);
  if (code === 'NOT_RETURNED') return notReturnedWords(detail);
  return code.startsWith('PROFILE_') ? profileWords(detail, labels) : null;
}

function signalWords({ signalType, urgent }: AgendaDetail): string | null {
  if (signalType === undefined) return null;
  const type = text(`signals.type.${signalType}`);
  return urgent ? text('meetings.detail.urgent', { type }) : type;
}

/** The state in which the invitation ended; where that is no more than the reason itself, nothing. */
const notReturnedWords = ({ invitationState: state }: AgendaDetail): string | null =>
  state === undefined || state === 'NOT_RETURNED' ? null : text(`screeningRounds.state.${state}`);

function profileWords({ assigned, proposed }: AgendaDetail, labels: ProfileLabels): string | null {
  const name = (profile: ProposedProfile): string =>
    (profile === 'UNDETERMINED' ? text('profiles.name.UNDETERMINED') : labels[profile]).toLocaleLowerCase('nl');
  if (proposed === undefined) return null;
  return assigned && assigned !== proposed ? `${name(assigned)} → ${name(proposed)}` : name(proposed);
}
