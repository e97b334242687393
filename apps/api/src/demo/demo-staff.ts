import type { OrganisationKind, StaffRole } from '@samenoud/domain';
import type { NewMember, NewPractice } from '../organisations/practice-setup.service.ts';
import type { UserSession } from '../platform/identity/session.ts';

/** The colleagues who share the work on one client. */
export interface DemoStaff {
  readonly gp: NewMember;
  readonly coordinator: NewMember;
  readonly assistant: NewMember;
  readonly nurse: NewMember;
  readonly nurseOrgId: string;
  readonly physician: NewMember;
  readonly adviser: NewMember;
  readonly adviserOrgId: string;
}

/** Colleagues of a client: the own GP, of the others each in turn. */
export function staffFor(practice: NewPractice, gpId: string, turn: number): DemoStaff {
  const inTurn = (role: StaffRole): NewMember => {
    const those = membersOf(practice).filter((member) => member.role === role);
    const found = those[turn % those.length];
    if (!found) throw new Error(`the demo has nobody as ${role}`);
    return found;
  };
  return {
    gp: membersOf(practice).find(({ id }) => id === gpId) ?? inTurn('GP'),
    coordinator: inTurn('PRACTICE_NURSE'),
    assistant: inTurn('PRACTICE_ASSISTANT'),
    nurse: inTurn('DISTRICT_NURSE'),
    nurseOrgId: organisationId(practice, 'HOME_CARE'),
    physician: inTurn('ELDERLY_CARE_PHYSICIAN'),
    adviser: inTurn('ELDERLY_ADVISER'),
    adviserOrgId: organisationId(practice, 'SOCIAL_WORK'),
  };
}

const membersOf = ({ organisations }: NewPractice): NewMember[] => organisations.flatMap(({ members }) => members);

function organisationId({ organisations }: NewPractice, kind: OrganisationKind): string {
  const found = organisations.find((organisation) => organisation.kind === kind);
  if (!found) throw new Error(`the demo has no ${kind}`);
  return found.id;
}

/** What nothing that is written takes long enough to reach: a demo of many practices takes longer than a second factor stays fresh. */
const NEVER = '9999-12-31T00:00:00Z';

/** A colleague as if signed in: acts of the demo have a person behind them, like any other. */
export function signedIn(practice: NewPractice, userId: string): UserSession {
  const organisation = practice.organisations.find(({ members }) => members.some(({ id }) => id === userId));
  const member = organisation?.members.find(({ id }) => id === userId);
  if (!organisation || !member) throw new Error('nobody in this demo practice has that id');
  return {
    sessionId: member.id,
    accountId: member.accountId,
    practiceId: practice.id,
    practiceName: practice.name,
    userId: member.id,
    displayName: member.displayName,
    role: member.role,
    bigNumber: null,
    organisationId: organisation.id,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
    secondFactorAt: NEVER,
    expiresAt: NEVER,
  };
}
