import {
  dayOfInstant,
  formatDutchDay,
  formatDutchDayLong,
  formatDutchDayBeside,
  type Profile,
  type ProfileLabels,
} from '@samenoud/domain';
import { findText, plural, text } from '@samenoud/texts';
import { ClientPaper, type PaperSender } from '../platform/documents/paper/client-paper.ts';
import { WORKING } from '../platform/documents/paper/measure.ts';
import type { AgendaItemView } from './agenda-item.dto.ts';
import type { MeetingView } from './meeting.dto.ts';
import { timeOf } from './paper-time.ts';

export interface AgendaFacts {
  readonly meeting: MeetingView;
  readonly sender: PaperSender;
  readonly labels: ProfileLabels;
  readonly names: ReadonlyMap<string, string>;
  readonly readBy: string;
  readonly madeOn: string;
}

/** An agenda on paper: who is on it and why, as far as shared with the reader, with room to write beside each. */
export function renderAgenda(facts: AgendaFacts): Promise<Buffer> {
  const { meeting, sender, readBy, madeOn } = facts;
  const { startsAt, agenda } = meeting;
  const day = formatDutchDayLong(dayOfInstant(startsAt));
  const title = text('meetings.agendaPaper.title', { day });
  const mark = text('meetings.paper.mark', { name: readBy, day: formatDutchDay(madeOn) });
  const beside = text('meetings.agendaPaper.when', { day, time: timeOf(startsAt) });
  const out = new ClientPaper(title, sender, WORKING, mark, { kind: 'FILLED', words: text('meetings.agendaPaper.band'), beside }); // prettier-ignore
  out.title(title);
  for (const line of headLines(meeting, beside)) out.paragraph(line);
  const standing = agenda.filter(({ dropped }) => !dropped);
  if (standing.length + meeting.topics.length === 0) out.paragraph(text('meetings.paper.empty'));
  for (const item of standing) itemPart(out, facts, item);
  for (const { text: topic, broughtBy } of meeting.topics) {
    out.heading(text('meetings.paper.topic', { topic }));
    out.paragraph(text('meetings.agendaPaper.presenter', { name: facts.names.get(broughtBy) ?? '' }));
    out.blankLine(text('meetings.agendaPaper.write'));
  }
  const dropped = agenda.filter((item) => item.dropped).map(({ place, clientName }) => placeWords(place, clientName));
  if (dropped.length > 0) out.paragraph(text('meetings.agendaPaper.dropped', { places: dropped.join(', ') }));
  confirmedPart(out, facts);
  return out.finish();
}

function headLines({ place, state, builtAt, attendees, gone }: MeetingView, when: string): string[] {
  const names = attendees.map(({ displayName, role }) =>
    text('meetings.agendaPaper.person', { name: displayName, role: findText(`common.role.${role}`) ?? role }),
  );
  const at = builtAt && { day: formatDutchDay(dayOfInstant(builtAt)), time: timeOf(builtAt) };
  return [
    place === null ? `${when}.` : `${text('meetings.agendaPaper.place', { when, place })}.`,
    ...(at ? [text(`meetings.agendaPaper.state.${state === 'DRAFT' ? 'DRAFT' : 'OTHER'}`, at)] : []),
    ...(names.length > 0 ? [text('meetings.agendaPaper.attendees', { names: names.join(', ') })] : []),
    ...(gone.length > 0
      ? [text('meetings.agendaPaper.gone', { names: gone.map(({ clientName }) => clientName).join('; ') })]
      : []),
  ];
}

const placeWords = (place: number, name: string | null): string => (name === null ? String(place) : `${place} ${name}`);

function itemPart(out: ClientPaper, { meeting, names }: AgendaFacts, item: AgendaItemView): void {
  const { place, clientName, birthDate, reasons, question, presenterId, openActions, onTop, addedLater, hidden } = item;
  if (clientName === null || birthDate === null) {
    out.heading(text('meetings.paper.notShared', { place }));
    return;
  }
  const line = text('meetings.agendaPaper.line', { place, name: clientName, day: formatDutchDay(birthDate) });
  const marks = [
    ...(onTop ? [text('meetings.agendaPaper.onTop')] : []),
    ...(addedLater ? [text('meetings.agendaPaper.addedLater')] : []),
  ];
  out.heading(marks.length > 0 ? text('meetings.agendaPaper.marks', { line, marks: marks.join(', ') }) : line);
  const named = (id: string | null): string => (id === null ? '' : (names.get(id) ?? ''));
  for (const reason of reasons) {
    const detail = reason.detail === question ? null : reason.detail;
    const why = text(`meetings.code.${reason.code}`);
    const words = detail === null ? why : `${why}: ${detail.replace(' → ', ' naar ')}`; // paper shows no arrow
    out.paragraph(
      text('meetings.agendaPaper.reason', {
        reason: words,
        day: formatDutchDayBeside(reason.since, dayOfInstant(meeting.startsAt)),
      }),
    );
  }
  if (hidden !== undefined && hidden.length > 0) out.paragraph(text('meetings.agendaPaper.hidden'));
  if (question !== null) out.paragraph(text('meetings.paper.question', { question }));
  for (const { text: words, ownerId, dueOn } of openActions)
    out.paragraph(text('meetings.agendaPaper.action', { text: words, name: named(ownerId), day: formatDutchDay(dueOn) })); // prettier-ignore
  if (presenterId !== null) out.paragraph(text('meetings.agendaPaper.presenter', { name: named(presenterId) }));
  out.paragraph(text(`meetings.agendaPaper.agreement.${item.clientAgreement ?? 'NOT_ASKED'}`));
  out.blankLine(text('meetings.agendaPaper.write'));
}

function confirmedPart(out: ClientPaper, { meeting: { confirmed }, labels, names }: AgendaFacts): void {
  if (confirmed.length === 0) return;
  out.heading(plural('meetings.agendaPaper.confirmed', confirmed.length));
  for (const { clientName, profile, by, at } of confirmed)
    out.paragraph(
      text('meetings.agendaPaper.confirmedLine', {
        name: clientName,
        profile: labels[profile as Profile].toLocaleLowerCase('nl'),
        by: names.get(by) ?? '',
        day: formatDutchDay(dayOfInstant(at)),
      }),
    );
}
