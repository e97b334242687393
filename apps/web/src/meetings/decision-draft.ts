import {
  addDays,
  addMonths,
  mayBeCaseManager,
  offeredCaseManagerRoles,
  type Profile,
  PROFILES,
  REFERRAL_TYPES,
  referralNeedsText,
  type ReferralType,
} from '@samenoud/domain';
import type { DecisionAct } from './decision-keys.ts';
import type { AgendaLine, Decide } from './meeting-queries.ts';
import type { Person } from './meeting-words.ts';

/** Days for an action of a meeting, and for what is heard of a referral; months until somebody is discussed again. Ours, to change. */
const ACTION_DAYS = 14;
const REFERRAL_DAYS = 42;
const REVIEW_MONTHS = 3;

/** What is filled in so far, whatever the kind. */
export interface Draft {
  readonly profile: Profile | undefined;
  readonly reason: string;
  readonly userId: string;
  readonly text: string;
  readonly on: string | undefined;
  readonly type: ReferralType;
  /** Of a referral of another type. */
  readonly typeText: string;
  readonly receiver: string;
}

/** What is usual: the proposal, who brings the client in, two weeks. */
export function draftOf(kind: DecisionAct, line: AgendaLine, people: readonly Person[], today: string): Draft {
  const owner = line.presenterId ?? people[0]?.userId ?? '';
  return {
    profile: proposedIn(line),
    reason: '',
    userId: kind === 'NAME_CASE_MANAGER' ? (managersFor(line, people)[0]?.userId ?? '') : owner,
    text: '',
    on: dayFor(kind, today),
    type: REFERRAL_TYPES[0],
    typeText: '',
    receiver: '',
  };
}

function dayFor(kind: DecisionAct, today: string): string {
  if (kind === 'NEXT_REVIEW') return addMonths(today, REVIEW_MONTHS);
  return addDays(today, kind === 'REFER' ? REFERRAL_DAYS : ACTION_DAYS);
}

/** Who can be case manager, first who fits the profile. Source: domain.md 9. */
export function managersFor(line: AgendaLine, people: readonly Person[]): readonly Person[] {
  const decided = line.decisions.findLast(({ kind, undone }) => kind === 'ASSIGN_PROFILE' && undone === null)?.profile;
  const profile = PROFILES.find((one) => one === decided) ?? proposedIn(line) ?? null;
  const offered: readonly string[] = offeredCaseManagerRoles(profile);
  const rank = ({ role }: Person): number => (offered.includes(role) ? offered.indexOf(role) : offered.length);
  return people.filter(({ role }) => mayBeCaseManager(role)).toSorted((a, b) => rank(a) - rank(b));
}

const proposedIn = ({ proposed }: AgendaLine): Profile | undefined => PROFILES.find((profile) => profile === proposed);

/** The fields, by id, that this decision cannot do without. */
export function missingIn(kind: DecisionAct, draft: Draft): readonly string[] {
  const empty = (words: string): boolean => words.trim() === '';
  const needed: Readonly<Record<DecisionAct, readonly (readonly [string, boolean])[]>> = {
    ASSIGN_PROFILE: [['profile', draft.profile === undefined]],
    NAME_CASE_MANAGER: [['userId', empty(draft.userId)]],
    ACTION: [['text', empty(draft.text)], ['ownerId', empty(draft.userId)], ['dueOn', draft.on === undefined]], // prettier-ignore
    REFER: [['typeText', referralNeedsText(draft.type) && empty(draft.typeText)], ['receiver', empty(draft.receiver)], ['reason', empty(draft.text)], ['dueOn', draft.on === undefined]], // prettier-ignore
    NEXT_REVIEW: [['on', draft.on === undefined]],
    END_REVIEW: [],
    NOTE: [['text', empty(draft.text)]],
  };
  return needed[kind].filter(([, isMissing]) => isMissing).map(([id]) => id);
}

/** What is sent; undefined while something is missing. */
export function readyOf(kind: DecisionAct, draft: Draft): Decide | undefined {
  if (missingIn(kind, draft).length > 0) return undefined;
  const { profile, reason, userId, on, type, typeText, receiver } = draft;
  const words = draft.text.trim();
  switch (kind) {
    case 'ASSIGN_PROFILE':
      return profile && { kind, profile, ...(reason.trim() !== '' && { reason: reason.trim() }) };
    case 'NAME_CASE_MANAGER':
      return { kind, userId };
    case 'ACTION':
      return on === undefined ? undefined : { kind, text: words, ownerId: userId, dueOn: on };
    case 'REFER':
      return on === undefined
        ? undefined
        : {
            kind,
            type,
            ...(referralNeedsText(type) && { typeText: typeText.trim() }),
            receiver: receiver.trim(),
            reason: words,
            dueOn: on,
          };
    case 'NEXT_REVIEW':
      return on === undefined ? undefined : { kind, on };
    case 'NOTE':
      return { kind, text: words };
    default:
      return { kind };
  }
}
