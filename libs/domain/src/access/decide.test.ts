import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BREAK_GLASS_REASONS, decide, statusOfRefusal, type AccessQuestion } from './decide.ts';
import { grantFor } from './policy.ts';
import { ACTIONS, RESOURCES } from './resources.ts';
import { ROLES } from './roles.ts';

const outside = { tenant: true, inTeam: false };
const inTeam = { tenant: true, inTeam: true };
const question: AccessQuestion = {
  role: 'DISTRICT_NURSE',
  userOrgId: 'home-care',
  resource: 'CARE_PLAN',
  action: 'READ',
  relation: inTeam,
  ownerOrgId: 'practice',
  basis: () => true,
};
const ask = (change: Partial<AccessQuestion>) => decide({ ...question, ...change });
const glass = (reasonCode: (typeof BREAK_GLASS_REASONS)[number], denied = false) => ({
  reasonCode,
  deniedByRule: () => denied,
});
const never = () => false;

describe('decide, in the order of refusals', () => {
  it('allows a team member with a basis, and says why', () => {
    expect(decide(question)).toEqual({
      allow: true,
      rule: 'CARE_PLAN.READ.DISTRICT_NURSE',
      relationRule: 'TEAM',
      consentRule: 'BASIS',
      grant: grantFor('DISTRICT_NURSE', 'CARE_PLAN', 'READ'),
    });
  });

  it('refuses a role that never has the action before it looks at tenant or relation', () => {
    expect(ask({ role: 'LOG_OFFICER', relation: { tenant: false, inTeam: false } })).toEqual({
      allow: false,
      code: 'ROLE',
    });
  });

  it('does not find a row of another tenant or of a client outside the team', () => {
    const strangers = { tenant: false, inTeam: true, own: true, isCaseManager: true, isMaker: true };
    expect(ask({ relation: strangers })).toEqual({ allow: false, code: 'NOT_FOUND' });
    expect(ask({ relation: outside, basis: never })).toEqual({ allow: false, code: 'NOT_FOUND' });
  });

  it('refuses without a basis before it says that a row is restricted', () => {
    expect(ask({ basis: never, restricted: true })).toEqual({ allow: false, code: 'NO_BASIS' });
    expect(ask({ restricted: true })).toEqual({ allow: false, code: 'RESTRICTED' });
  });

  it('answers 404 for what is not found and 403 for the rest', () => {
    expect(statusOfRefusal('NOT_FOUND')).toBe(404);
    expect([statusOfRefusal('ROLE'), statusOfRefusal('NO_BASIS'), statusOfRefusal('RESTRICTED')]).toEqual([
      403, 403, 403,
    ]);
  });
});

describe('decide on relations', () => {
  const gp = { role: 'GP', userOrgId: 'practice' } as const;

  it('finds the whole practice for p, and for t/p until the setting narrows it', () => {
    expect(ask({ ...gp, relation: outside })).toMatchObject({ allow: true, relationRule: 'PRACTICE' });
    expect(ask({ ...gp, relation: outside, narrowToTeam: false }).allow).toBe(true);
    expect(ask({ ...gp, relation: outside, narrowToTeam: true })).toEqual({ allow: false, code: 'NOT_FOUND' });
    expect(ask({ ...gp, relation: inTeam, narrowToTeam: true })).toMatchObject({ allow: true, relationRule: 'TEAM' });
    expect(ask({ ...gp, resource: 'IDENTITY', relation: outside, narrowToTeam: true }).allow).toBe(true);
  });

  it('finds only the own account and the own form', () => {
    const account = { role: 'GP', resource: 'OWN_ACCOUNT' } as const;
    expect(ask({ ...account, relation: { ...outside, own: true } })).toMatchObject({
      allow: true,
      relationRule: 'OWN',
      consentRule: 'NOT_NEEDED',
    });
    expect(ask({ ...account, relation: inTeam })).toEqual({ allow: false, code: 'NOT_FOUND' });
    const form = { role: 'RESPONDENT', resource: 'HEALTH_ANSWERS', userOrgId: 'practice' } as const;
    expect(ask({ ...form, relation: { ...outside, own: true } })).toMatchObject({ allow: true, relationRule: 'FORM' });
    expect(ask({ ...form, relation: inTeam })).toEqual({ allow: false, code: 'NOT_FOUND' });
  });

  it('finds the tenant for manager and log officer', () => {
    expect(ask({ role: 'LOG_OFFICER', resource: 'ACCESS_LOG_CLIENT', relation: outside })).toMatchObject({
      allow: true,
      relationRule: 'TENANT',
    });
  });

  it('gives an attachment the rights of its parent, and none without one', () => {
    const attachment = { resource: 'ATTACHMENTS' } as const;
    expect(ask(attachment)).toEqual({ allow: false, code: 'ROLE' });
    expect(ask({ ...attachment, parent: 'CARE_PLAN' })).toEqual(decide(question));
    expect(ask({ ...attachment, parent: 'MEDICAL_ANNEX', action: 'CREATE' })).toEqual({ allow: false, code: 'ROLE' });
    expect(ask({ ...attachment, parent: 'MEETING', basis: never })).toEqual({ allow: false, code: 'NO_BASIS' });
  });
});

describe('decide on limits that depend on the person', () => {
  it('lets a POH write a plan only while she is the case manager', () => {
    const poh = { role: 'PRACTICE_NURSE', userOrgId: 'practice', action: 'UPDATE' } as const;
    expect(ask({ ...poh, relation: outside })).toEqual({ allow: false, code: 'NOT_FOUND' });
    expect(ask(poh)).toEqual({ allow: false, code: 'ROLE' });
    expect(ask({ ...poh, relation: { ...inTeam, isCaseManager: true } }).allow).toBe(true);
  });

  it('lets a case manager hand over her own caseload, or take over within it', () => {
    const handOver = { resource: 'CASE_MANAGER', action: 'CREATE' } as const;
    expect(ask(handOver)).toEqual({ allow: false, code: 'ROLE' });
    expect(ask({ ...handOver, relation: { ...inTeam, isCaseManager: true } }).allow).toBe(true);
    expect(ask({ ...handOver, relation: { ...inTeam, ownCaseload: true } }).allow).toBe(true);
  });

  it('lets only the maker void, but GP and POH anyone’s', () => {
    expect(ask({ action: 'VOID' })).toEqual({ allow: false, code: 'ROLE' });
    expect(ask({ action: 'VOID', relation: { ...inTeam, isMaker: true } }).allow).toBe(true);
    expect(ask({ action: 'VOID', role: 'GP' }).allow).toBe(true);
    expect(ask({ action: 'VOID', role: 'PRACTICE_NURSE' }).allow).toBe(true);
  });

  it('keeps a restricted row to its author and the GP', () => {
    expect(ask({ restricted: true, relation: { ...inTeam, isMaker: true } }).allow).toBe(true);
    expect(ask({ restricted: true, role: 'GP' }).allow).toBe(true);
    expect(ask({ restricted: true, role: 'PRACTICE_NURSE' })).toEqual({ allow: false, code: 'RESTRICTED' });
    expect(ask({ restricted: false }).allow).toBe(true);
  });

  it('lets the log officer answer who sees a restricted record, who saw it and what becomes of it, and nobody else', () => {
    const relation = outside;
    const aboutAccess = [
      ['ACCESS_EXPLANATION', 'READ'],
      ['ACCESS_LOG_CLIENT', 'READ'],
      ['ACCESS_LOG_CLIENT', 'EXPORT'],
      ['BREAK_GLASS', 'READ'],
      ['BREAK_GLASS', 'FINALISE'],
      ['DESTRUCTION', 'READ'],
    ] as const;
    for (const [resource, action] of aboutAccess)
      expect(ask({ role: 'LOG_OFFICER', resource, action, relation, restricted: true }).allow).toBe(true);
    for (const resource of ['TEAM', 'CONSENT'] as const)
      expect(ask({ role: 'LOG_OFFICER', resource, relation, restricted: true })).toEqual({
        allow: false,
        code: 'RESTRICTED',
      });
    for (const role of ['DISTRICT_NURSE', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'] as const)
      expect(ask({ role, resource: 'ACCESS_EXPLANATION', restricted: true })).toEqual({
        allow: false,
        code: 'RESTRICTED',
      });
    const glassOnShielded = ask({ resource: 'BREAK_GLASS', action: 'CREATE', restricted: true });
    expect(glassOnShielded).toEqual({ allow: false, code: 'RESTRICTED' });
  });
});

describe('decide on consent', () => {
  it('asks no basis for rows of the own organisation', () => {
    expect(ask({ ownerOrgId: 'home-care', basis: never })).toMatchObject({ allow: true, consentRule: 'OWN' });
  });

  it('asks none for what has no category', () => {
    expect(ask({ resource: 'TEAM', basis: never })).toMatchObject({ allow: true, consentRule: 'NOT_NEEDED' });
  });

  it('asks the basis for the category and the writer of the row', () => {
    const asked: unknown[] = [];
    const basis = (category: number, fromOrgId: string) => asked.push([category, fromOrgId]) > 0;
    ask({ basis });
    ask({ basis, resource: 'CONTACTS', category: 2, ownerOrgId: 'social-work' });
    expect(asked).toEqual([
      [4, 'practice'],
      [2, 'social-work'],
    ]);
  });

  it('tells a nurse without category 5 only that a directive exists, when she may know the plan', () => {
    const basis = (category: number) => category === 4;
    const seen = ask({ resource: 'DIRECTIVES', basis });
    expect(seen).toMatchObject({ allow: true, consentRule: 'BASIS', grant: { limit: 'EXISTENCE_ONLY' } });
    expect(ask({ resource: 'DIRECTIVES' })).toMatchObject({ allow: true, grant: { limit: null } });
    expect(ask({ resource: 'DIRECTIVES', basis: never })).toEqual({ allow: false, code: 'NO_BASIS' });
    expect(ask({ resource: 'TREATMENT_PLAN', basis })).toEqual({ allow: false, code: 'NO_BASIS' });
  });

  it('tells an adviser that a directive exists by category 4, never more', () => {
    const adviser = { role: 'ELDERLY_ADVISER', userOrgId: 'social-work', resource: 'DIRECTIVES' } as const;
    expect(ask({ ...adviser, basis: (category) => category === 4 })).toMatchObject({
      allow: true,
      grant: { limit: 'EXISTENCE_ONLY' },
    });
    expect(ask({ ...adviser, basis: (category) => category === 5 })).toEqual({ allow: false, code: 'NO_BASIS' });
  });
});

describe('decide with a broken glass', () => {
  it('replaces the relation for what is marked g, not for the rest', () => {
    const stranger = { relation: outside, brokenGlass: glass('ACUTE_CARE') };
    expect(ask(stranger)).toMatchObject({ allow: true, relationRule: 'BREAK_GLASS', consentRule: 'BASIS' });
    expect(ask({ ...stranger, resource: 'WELLBEING_ANSWERS' })).toEqual({ allow: false, code: 'NOT_FOUND' });
    expect(ask({ ...stranger, action: 'UPDATE' })).toEqual({ allow: false, code: 'NOT_FOUND' });
    expect(ask({ ...stranger, resource: 'CLIENT_EXPORT', action: 'EXPORT' })).toEqual({
      allow: false,
      code: 'NOT_FOUND',
    });
    expect(ask({ ...stranger, relation: { tenant: false, inTeam: false } })).toEqual({
      allow: false,
      code: 'NOT_FOUND',
    });
  });

  it('replaces the basis where no rule refuses, and a refusal only for a vital interest', () => {
    const closed = { relation: outside, basis: never };
    expect(ask({ ...closed, brokenGlass: glass('OTHER') })).toMatchObject({ allow: true, consentRule: 'BREAK_GLASS' });
    expect(ask({ ...closed, brokenGlass: glass('OTHER', true) })).toEqual({ allow: false, code: 'NO_BASIS' });
    expect(ask({ ...closed, brokenGlass: glass('VITAL_INTEREST', true) }).allow).toBe(true);
  });

  it('tells that a directive exists where only the medical category is refused', () => {
    const brokenGlass = { reasonCode: 'OTHER', deniedByRule: (category: number) => category === 5 } as const;
    expect(ask({ resource: 'DIRECTIVES', basis: never, brokenGlass })).toMatchObject({
      allow: true,
      consentRule: 'BREAK_GLASS',
      grant: { limit: 'EXISTENCE_ONLY' },
    });
  });

  it('does not replace the basis for what is not marked g', () => {
    const wellbeing = { resource: 'WELLBEING_ANSWERS', basis: never, brokenGlass: glass('VITAL_INTEREST') } as const;
    expect(ask(wellbeing)).toEqual({ allow: false, code: 'NO_BASIS' });
  });

  it('adds a note, and leaves a member of the team the usual rights', () => {
    const note = { resource: 'CONTACTS', action: 'CREATE', ownerOrgId: 'home-care' } as const;
    const brokenGlass = glass('LOCUM');
    expect(ask({ ...note, relation: outside, brokenGlass })).toMatchObject({
      allow: true,
      relationRule: 'BREAK_GLASS',
      grant: { limit: 'NOTE_ONLY' },
    });
    expect(ask({ ...note, brokenGlass })).toMatchObject({ relationRule: 'TEAM', grant: { limit: null } });
    expect(ask({ ...note, resource: 'TASKS', relation: outside, brokenGlass }).allow).toBe(false);
    expect(ask({ ...note, action: 'READ', relation: outside, brokenGlass }).allow).toBe(false);
    expect(ask({ ...note, role: 'ELDERLY_ADVISER', relation: outside, brokenGlass }).allow).toBe(false);
  });

  it('still does not open what is restricted', () => {
    expect(ask({ restricted: true, brokenGlass: glass('VITAL_INTEREST') })).toEqual({
      allow: false,
      code: 'RESTRICTED',
    });
  });
});

describe('decide, on every question', () => {
  const organisations = fc.constantFrom('practice', 'home-care', 'social-work');
  const anyQuestion = fc.record({
    role: fc.constantFrom(...ROLES),
    resource: fc.constantFrom(...RESOURCES),
    action: fc.constantFrom(...ACTIONS),
    userOrgId: organisations,
    ownerOrgId: organisations,
    relation: fc.record({
      tenant: fc.boolean(),
      inTeam: fc.boolean(),
      own: fc.boolean(),
      isMaker: fc.boolean(),
      isCaseManager: fc.boolean(),
    }),
    basis: fc.boolean().map((open) => () => open),
    restricted: fc.boolean(),
    narrowToTeam: fc.boolean(),
  });
  const anyGlass = fc.record({
    reasonCode: fc.constantFrom(...BREAK_GLASS_REASONS),
    deniedByRule: fc.boolean().map((denied) => () => denied),
  });

  it('never allows what the matrix does not grant, nor anything of another tenant', () => {
    fc.assert(
      fc.property(anyQuestion, anyGlass, (asked, brokenGlass) => {
        const { allow } = decide({ ...asked, brokenGlass });
        const granted = grantFor(asked.role, asked.resource, asked.action) !== undefined;
        expect(allow && !(granted && asked.relation.tenant)).toBe(false);
      }),
      { seed: 20261002, numRuns: 2000 },
    );
  });

  it('never allows less with a basis, without a restriction or with a broken glass', () => {
    fc.assert(
      fc.property(anyQuestion, anyGlass, (asked, brokenGlass) => {
        if (!decide(asked).allow) return;
        expect(decide({ ...asked, basis: () => true }).allow).toBe(true);
        expect(decide({ ...asked, restricted: false }).allow).toBe(true);
        expect(decide({ ...asked, brokenGlass }).allow).toBe(true);
      }),
      { seed: 20261002, numRuns: 2000 },
    );
  });

  it('lets a broken glass open reading and a note, nothing else', () => {
    fc.assert(
      fc.property(anyQuestion, anyGlass, (asked, brokenGlass) => {
        const opened = !decide(asked).allow && decide({ ...asked, brokenGlass }).allow;
        const isNote = asked.resource === 'CONTACTS' && asked.action === 'CREATE';
        expect(opened && asked.action !== 'READ' && !isNote).toBe(false);
      }),
      { seed: 20261002, numRuns: 2000 },
    );
  });
});
