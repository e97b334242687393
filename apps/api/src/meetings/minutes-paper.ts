import { dayOfInstant, formatDutchDay, formatDutchDayLong, type Profile, type ProfileLabels } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { timeOf } from './paper-time.ts';
import { ClientPaper, type PaperSender } from '../platform/documents/paper/client-paper.ts';
import { WORKING } from '../platform/documents/paper/measure.ts';
import type { MinutesDecision, MinutesItem, MinutesView } from './minutes.dto.ts';

export interface MinutesFacts {
  readonly minutes: MinutesView;
  readonly sender: PaperSender;
  readonly labels: ProfileLabels;
  readonly names: ReadonlyMap<string, string>;
  readonly readBy: string;
  readonly madeOn: string;
}

/** Minutes on paper: who was there, and per client the question, what was decided and who tells her. */
export function renderMinutes(facts: MinutesFacts): Promise<Buffer> {
  const { minutes, sender, names, readBy, madeOn } = facts;
  const title = text('meetings.paper.title', { day: formatDutchDayLong(dayOfInstant(minutes.startsAt)) });
  const mark = text('meetings.paper.mark', { name: readBy, day: formatDutchDay(madeOn) });
  const out = new ClientPaper(title, sender, WORKING, mark, {
    kind: 'RULED',
    words: text('meetings.paper.band'),
    beside: formatDutchDayLong(dayOfInstant(minutes.startsAt)),
  });
  out.title(title);
  const made = { edition: minutes.edition, day: formatDutchDay(dayOfInstant(minutes.madeAt)) };
  out.paragraph(text('meetings.paper.edition', { ...made, name: names.get(minutes.madeBy) ?? '' }));
  if (minutes.reason !== null) out.paragraph(text('meetings.paper.again', { reason: minutes.reason }));
  if (minutes.place !== null) out.paragraph(text('meetings.paper.place', { place: minutes.place }));
  attendance(out, minutes);
  if (minutes.items.length === 0) out.paragraph(text('meetings.paper.empty'));
  for (const item of minutes.items) clientPart(out, facts, item);
  topics(out, facts);
  return out.finish();
}

/** What was talked about besides clients. */
function topics(out: ClientPaper, { minutes, names }: MinutesFacts): void {
  for (const { text: topic, note, discussed, broughtBy } of minutes.topics) {
    out.heading(text('meetings.paper.topic', { topic }));
    out.paragraph(text('meetings.paper.presenter', { name: names.get(broughtBy) ?? '' }));
    if (note !== null) out.paragraph(note);
    else if (!discussed) out.paragraph(capital(text('meetings.outcome.NOT_DISCUSSED')));
  }
}

function attendance(out: ClientPaper, { attendance: people }: MinutesView): void {
  for (const [heading, present] of [
    ['meetings.paper.present', true],
    ['meetings.paper.absent', false],
    ['meetings.paper.unknown', null],
  ] as const) {
    const here = people.filter((person) => person.present === present);
    if (here.length > 0) out.heading(text(heading));
    for (const { displayName, role, organisation, joinedAt } of here) {
      const person = text('meetings.paper.person', {
        name: displayName,
        role: findText(`common.role.${role}`) ?? role,
        organisation,
      });
      out.paragraph(joinedAt === null ? person : text('meetings.paper.joined', { person, time: timeOf(joinedAt) }));
    }
  }
}

function clientPart(out: ClientPaper, facts: MinutesFacts, item: MinutesItem): void {
  const { place, shared, clientName, birthDate, question, presenterId, outcome, decisions } = item;
  if (!shared || clientName === null || birthDate === null) {
    out.heading(text('meetings.paper.notShared', { place }));
    out.paragraph(text('meetings.paper.notSharedText'));
    return;
  }
  out.heading(text('meetings.paper.client', { place, name: clientName, day: formatDutchDay(birthDate) }));
  if (question !== null) out.paragraph(text('meetings.paper.question', { question }));
  if (presenterId !== null)
    out.paragraph(text('meetings.paper.presenter', { name: facts.names.get(presenterId) ?? '' }));
  if (outcome === 'NOT_DISCUSSED') out.paragraph(capital(text('meetings.outcome.NOT_DISCUSSED')));
  for (const decision of decisions) out.paragraph(`• ${decisionLine(facts, decision)}`);
  if (outcome === 'DISCUSSED' && decisions.length === 0) out.paragraph(text('meetings.paper.nothing'));
  if (item.hidden !== undefined) out.paragraph(text('meetings.paper.partHidden'));
  if (decisions.length > 0) out.paragraph(feedbackLine(facts, item));
}

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase('nl')}${words.slice(1)}.`;

function feedbackLine({ names }: MinutesFacts, { feedback }: MinutesItem): string {
  if (feedback === null) return text('meetings.paper.noFeedback');
  const name = names.get(feedback.by) ?? '';
  if (feedback.on === null) return text('meetings.paper.feedback', { name });
  return text('meetings.paper.feedbackOn', { name, day: formatDutchDay(feedback.on) });
}

function decisionLine({ labels, names }: MinutesFacts, decision: MinutesDecision): string {
  const { kind, text: words, profile, reason, action, referral, on, userId } = decision;
  const named = (id: string | null): string => (id === null ? '' : (names.get(id) ?? ''));
  if (kind === 'ASSIGN_PROFILE') return profileLine(labels, profile, reason);
  if (kind === 'NAME_CASE_MANAGER') return text('meetings.paper.decision.manager', { name: named(userId) });
  if (kind === 'ACTION' && action !== null)
    return text('meetings.paper.decision.action', { text: action.text, name: named(action.ownerId), day: formatDutchDay(action.dueOn) }); // prettier-ignore
  if (kind === 'REFER') return referralLine(referral);
  if (kind === 'NEXT_REVIEW' && on !== null) return text('meetings.paper.decision.next', { day: formatDutchDay(on) });
  return kind === 'END_REVIEW' ? text('meetings.paper.decision.end') : (words ?? '');
}

function profileLine(labels: ProfileLabels, profile: string | null, reason: string | null): string {
  if (profile === null) return text('meetings.paper.decision.profileHidden');
  const label = labels[profile as Profile];
  if (reason === null) return text('meetings.paper.decision.profile', { profile: label });
  return text('meetings.paper.decision.profileWhy', { profile: label, reason });
}

function referralLine(referral: MinutesDecision['referral']): string {
  if (referral === null) return text('meetings.paper.decision.referralHidden');
  const type = findText(`referrals.type.${referral.type}`) ?? referral.type;
  return text('meetings.paper.decision.referral', { type, receiver: referral.receiver, reason: referral.reason });
}
