import type { OrganisationKind, StaffRole } from '@samenoud/domain';
import type { NewPractice } from '../organisations/practice-setup.service.ts';

const STAFF: readonly (readonly [OrganisationKind, string, readonly StaffRole[]])[] = [
  ['PRACTICE', 'Praktijk', ['GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT', 'PRACTICE_MANAGER', 'LOG_OFFICER']],
  ['HOME_CARE', 'Thuiszorg', ['DISTRICT_NURSE']],
  ['SPECIALIST', 'Behandelgroep', ['ELDERLY_CARE_PHYSICIAN']],
  ['SOCIAL_WORK', 'Welzijn', ['ELDERLY_ADVISER']],
];

/** Practices that tests find in every database: staff in all roles, no clients. Ids are fixed, so that a test can name them. */
export const TEST_PRACTICES: readonly NewPractice[] = ['noord', 'zuid', 'leeg'].map((shortName, index) => ({
  id: fixedId(index, 0, 0),
  shortName,
  name: `Praktijk ${shortName}`,
  phone: '+31599550100',
  organisations: STAFF.map(([kind, name, roles], organisation) => ({
    id: fixedId(index, organisation + 1, 0),
    name: `${name} ${shortName}`,
    kind,
    phone: null,
    members: roles.map((role, member) => ({
      id: fixedId(index, organisation + 1, member + 1),
      accountId: fixedId(index, organisation + 1, member + 101),
      email: `${role.toLowerCase()}@${shortName}.test.invalid`,
      displayName: `${role} ${shortName}`,
      role,
      phone: '+31599550101',
      passwordHash: null,
    })),
  })),
}));

function fixedId(practice: number, organisation: number, member: number): string {
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  return `00000000-0000-7000-8000-${digits(practice + 1, 4)}${digits(organisation, 4)}${digits(member, 4)}`;
}

/** A member of the test network. Throws for a role or practice that is not there. */
export function testMember(
  practice: string,
  role: StaffRole,
): { userId: string; organisationId: string; practiceId: string } {
  const network = TEST_PRACTICES.find(({ shortName }) => shortName === practice);
  for (const organisation of network?.organisations ?? []) {
    const member = organisation.members.find((candidate) => candidate.role === role);
    if (network && member) return { userId: member.id, organisationId: organisation.id, practiceId: network.id };
  }
  throw new Error(`no ${role} in ${practice}`);
}
