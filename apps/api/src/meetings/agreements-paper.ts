import { type Day, fullName, type PersonName, type Profile } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { ClientPaper, type PaperSender } from '../platform/documents/paper/client-paper.ts';
import { LARGE, ORDINARY } from '../platform/documents/paper/measure.ts';
import { longDay, unbroken } from '../platform/documents/paper/unbroken.ts';
import type { MinutesDecision, MinutesItem } from './minutes.dto.ts';

export interface Helper {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** As it is dialled on paper. */
  readonly phone: string | null;
}

export interface AgreementFacts {
  readonly client: PersonName & { readonly birthDate: Day; readonly largePrint: boolean | null };
  readonly sender: PaperSender;
  readonly caseManager: Helper | null;
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly item: MinutesItem;
  readonly meetingOn: Day;
}

/**
 * What a meeting agreed about a client, for herself: in plain words and large type, with whom she can call. Notes are of the team and
 * are not on it. Source: domain.md 15, na het overleg.
 */
export function renderMeetingAgreements(facts: AgreementFacts): Promise<Buffer> {
  const { client, sender, item, meetingOn } = facts;
  const title = text('carePlanPapers.agreedTitle');
  const out = new ClientPaper(title, sender, client.largePrint ? LARGE : ORDINARY);
  out.title(title);
  out.paragraph(text('carePlanPapers.for', { name: fullName(client), day: longDay(client.birthDate) }));
  out.paragraph(text('meetings.agreed.intro', { day: longDay(meetingOn) }));
  out.heading(text('meetings.agreed.title'));
  const words = item.decisions.flatMap((decision) => decisionWords(facts, decision));
  for (const line of words.length === 0 ? [text('meetings.agreed.none')] : words) out.paragraph(line);
  out.heading(text('carePlanPapers.askTitle'));
  out.paragraph(`${askWords(facts)} ${text('carePlanPapers.urgent')}`);
  return out.finish();
}

function askWords({ caseManager, sender }: AgreementFacts): string {
  return caseManager !== null && caseManager.phone !== null
    ? text('carePlanPapers.ask', { name: caseManager.name, phone: unbroken(caseManager.phone) })
    : text('carePlanPapers.askPractice', { phone: unbroken(sender.phone) });
}

/** Nothing for what the client is not told: notes, and that she need not be discussed again. */
function decisionWords(facts: AgreementFacts, decision: MinutesDecision): string[] {
  const { kind, profile, action, referral, on, userId } = decision;
  if (kind === 'ASSIGN_PROFILE' && profile !== null) return [profileWords(facts, profile as Profile)];
  if (kind === 'NAME_CASE_MANAGER') return managerWords(facts.helpers.get(userId ?? ''));
  if (kind === 'ACTION' && action !== null) {
    const owner = facts.helpers.get(action.ownerId ?? '')?.name ?? text('carePlanPapers.owner.USER');
    return [text('meetings.agreed.action', { owner, text: sentence(action.text), day: longDay(action.dueOn) })];
  }
  if (kind === 'REFER' && referral !== null)
    return [text('meetings.agreed.referral', { receiver: referral.receiver.trim().replace(/\.$/, '') })];
  return kind === 'NEXT_REVIEW' && on !== null ? [text('meetings.agreed.next', { day: longDay(on) })] : [];
}

/** The case manager calls or comes: only where that is somebody else's word than the profile's own. */
function profileWords({ caseManager }: AgreementFacts, profile: Profile): string {
  const told = text(`meetings.agreed.profile.${profile}`);
  if (caseManager === null || profile === 'ROBUST') return told;
  return `${told} ${text(`meetings.agreed.call.${profile}`, { name: caseManager.name, role: roleWords(caseManager) })}`;
}

const managerWords = (manager: Helper | undefined): string[] =>
  manager === undefined ? [] : [text('meetings.agreed.manager', { name: manager.name, role: roleWords(manager) })];

const roleWords = ({ role }: Helper): string => (findText(`common.role.${role}`) ?? '').toLocaleLowerCase('nl');

/** What somebody typed, with a stop behind it. */
const sentence = (words: string): string => (/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);
