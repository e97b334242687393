import { describe, expect, it } from '@jest/globals';
import { grantFor, mayEver, mayRecordDecisions, POLICY } from './policy.ts';
import { ACTIONS, CATEGORY_OF_RESOURCE, RESOURCES, type AccessAction, type Resource } from './resources.ts';
import {
  CARE_ORGANISATION_KINDS,
  isRole,
  ROLE_GRANT_CONFIRMERS,
  ROLES,
  ROLES_GRANTED_BY_TWO,
  SCOPE_OF_ROLE,
  STAFF_ROLES,
} from './roles.ts';

const LETTER: Record<AccessAction, string> = {
  READ: 'R',
  CREATE: 'C',
  UPDATE: 'U',
  FINALISE: 'F',
  VOID: 'V',
  EXPORT: 'X',
};

/** Letters per role in the order of ROLES, voiding left out: what the eye sees when it runs along a row of the paper. */
function lettersOf(resource: Resource): string[] {
  return ROLES.map((role) =>
    ACTIONS.filter((action) => mayEver(role, resource, action) && (action !== 'VOID' || resource === 'CONSENT'))
      .map((action) => LETTER[action])
      .join(''),
  );
}

describe('POLICY', () => {
  it.each<[Resource, string]>([
    ['IDENTITY', 'RCU RU RU RU RCU RCU - - -'],
    ['BSN', 'RC R R - RC RC - - -'],
    ['CLIENT_IMPORT', 'CF - - - CF CF - - -'],
    ['TEAM', 'RCU R R R RCU RCU - R -'],
    ['CASE_MANAGER', 'RCU R RCU RCU RCU RCU - - -'],
    ['CONSENT', 'RCV R RCV RCV RCV RCV - R -'],
    ['SCREENING', 'RCUF R RCU RCU RCUF RCU - - -'],
    ['HEALTH_ANSWERS', 'RCUF RCUF RCUF RCUF RCUF CUF - - RCUF'],
    ['WELLBEING_ANSWERS', 'RCUF RCUF RCUF RCUF RCUF CUF - - RCUF'],
    ['RISK_PROFILE', 'RF RF R R R R - - -'],
    ['GP_REVIEW', 'RF RF - - RC - - - -'],
    ['CARE_PLAN', 'RCUF RCU RCUF RCUF RCUF R - - -'],
    ['TREATMENT_PLAN', 'RCUF RCUF R - R - - - -'],
    ['DIRECTIVES', 'RCUF RCUF R R R - - - -'],
    ['MEETING', 'RCUF RCUF RCU RCU RCUF C - - -'],
    ['MEDICAL_ANNEX', 'RCU RCU R - - - - - -'],
    ['CONTACTS', 'RCU RCU RCU RCU RCU RCU - - -'],
    ['TASKS', 'RCU RCU RCU RCU RCU RCU - - -'],
    ['ATTACHMENTS', 'RCU RCU RCU RCU RCU RCU - - -'],
    ['HIS_SUMMARY', 'R - - - R - - - -'],
    ['TIMELINE', 'R R R R R R - - -'],
    ['CLIENT_LIST', 'R R R R R R R - -'],
    ['CLIENT_EXPORT', 'X X X X - - - - -'],
    ['BULK_EXPORT', 'X - - - - - - - -'],
    ['MERGE', 'F - - - C C - - -'],
    ['DESTRUCTION', 'F - - - C C - R -'],
    ['ACCESS_EXPLANATION', 'R R R R R R - R -'],
    ['BREAK_GLASS', 'RCF C C - - - - RF -'],
    ['ACCESS_LOG_CLIENT', 'R - - - - - - RX -'],
    ['ACCESS_LOG_OVERVIEWS', '- - - - - - - RCFX -'],
    ['LOG_CLIENT_SEARCH', '- - - - - - - R -'],
    ['USERS', '- - - - - - RCU R -'],
    ['COLLEAGUES', 'R R R R R R R R -'],
    ['PRACTICE_SETTINGS', 'RU R R R R R RCU R -'],
    ['INSTRUMENTS', 'R R R R R R RC R -'],
    ['OWN_ACCOUNT', 'RCUFX RCUFX RCUFX RCUFX RCUFX RCUFX RCUFX RCUFX -'],
  ])('gives the letters of the row %s', (resource, row) => {
    expect(lettersOf(resource)).toEqual(row.split(' ').map((cell) => cell.replace('-', '')));
  });

  it('opens break-glass for exactly what the paper marks g', () => {
    const marked = RESOURCES.flatMap((resource) =>
      ROLES.filter((role) => grantFor(role, resource, 'READ')?.breakGlass).map((role) => `${resource} ${role}`),
    );
    const all = ['GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE'];
    const resources = [
      'IDENTITY',
      'HEALTH_ANSWERS',
      'RISK_PROFILE',
      'CARE_PLAN',
      'TREATMENT_PLAN',
      'DIRECTIVES',
      'TIMELINE',
    ];
    expect(marked).toEqual(resources.flatMap((resource) => all.map((role) => `${resource} ${role}`)));
  });

  it('asks a GRANT for exactly the cells marked c', () => {
    const marked = RESOURCES.flatMap((resource) =>
      ROLES.flatMap((role) => {
        const letters = ACTIONS.filter(
          (action) => action !== 'VOID' && grantFor(role, resource, action)?.consent === true,
        );
        return letters.length === 0 ? [] : [`${resource} ${role} ${letters.map((action) => LETTER[action]).join('')}`];
      }),
    );
    expect(marked).toEqual([
      'IDENTITY ELDERLY_ADVISER RU',
      'SCREENING ELDERLY_ADVISER RCU',
      'HEALTH_ANSWERS ELDERLY_ADVISER R',
      'WELLBEING_ANSWERS ELDERLY_ADVISER R',
      'RISK_PROFILE ELDERLY_ADVISER R',
      'CARE_PLAN ELDERLY_ADVISER RCUF',
      'TREATMENT_PLAN DISTRICT_NURSE R',
      'DIRECTIVES DISTRICT_NURSE R',
      'DIRECTIVES ELDERLY_ADVISER R',
      'MEETING ELDERLY_ADVISER RCU',
      'MEDICAL_ANNEX DISTRICT_NURSE R',
      'CONTACTS ELDERLY_ADVISER RCU',
      'TASKS ELDERLY_ADVISER RCU',
      'TIMELINE ELDERLY_ADVISER R',
      'CLIENT_LIST ELDERLY_ADVISER R',
      'CLIENT_EXPORT ELDERLY_ADVISER X',
    ]);
  });

  it('narrows to the team exactly the cells marked t/p, all of the GP', () => {
    const narrowed = RESOURCES.filter((resource) =>
      ACTIONS.some((action) => grantFor('GP', resource, action)?.narrows === true),
    );
    expect(narrowed).toEqual([
      'HEALTH_ANSWERS',
      'WELLBEING_ANSWERS',
      'RISK_PROFILE',
      'GP_REVIEW',
      'CARE_PLAN',
      'TREATMENT_PLAN',
      'DIRECTIVES',
      'MEETING',
      'MEDICAL_ANNEX',
      'CONTACTS',
      'TASKS',
      'TIMELINE',
    ]);
    const others = ROLES.filter((role) => role !== 'GP').flatMap((role) =>
      RESOURCES.flatMap((resource) => Object.values(POLICY[resource][role]).filter(({ narrows }) => narrows)),
    );
    expect(others).toEqual([]);
  });

  it('asks a fresh second factor and a second person where section 7 and the matrix do', () => {
    const steps = RESOURCES.filter((resource) =>
      ROLES.some((role) => Object.values(POLICY[resource][role]).some(({ stepUp }) => stepUp)),
    );
    expect(steps).toEqual([
      'CLIENT_EXPORT',
      'BULK_EXPORT',
      'MERGE',
      'DESTRUCTION',
      'BREAK_GLASS',
      'ACCESS_LOG_CLIENT',
      'ACCESS_LOG_OVERVIEWS',
      'USERS',
    ]);
    expect(grantFor('GP', 'BULK_EXPORT', 'EXPORT')?.secondPerson).toBe(true);
    expect(grantFor('GP', 'MERGE', 'FINALISE')?.secondPerson).toBe(true);
    expect(grantFor('GP', 'CLIENT_EXPORT', 'EXPORT')?.secondPerson).toBe(false);
  });

  it('keeps the footnotes as limits', () => {
    expect(grantFor('PRACTICE_ASSISTANT', 'HEALTH_ANSWERS', 'UPDATE')?.limit).toBe('ENTRY_ONLY');
    expect(grantFor('PRACTICE_ASSISTANT', 'RISK_PROFILE', 'READ')?.limit).toBe('CLASS_ONLY');
    expect(grantFor('PRACTICE_MANAGER', 'USERS', 'CREATE')?.limit).toBe('NOT_ONESELF');
    expect(grantFor('DISTRICT_NURSE', 'IDENTITY', 'UPDATE')?.limit).toBe('CONTACT_DETAILS_ONLY');
    expect(grantFor('LOG_OFFICER', 'LOG_CLIENT_SEARCH', 'READ')?.limit).toBe('EXACT_MATCH_ONLY');
    expect(grantFor('ELDERLY_ADVISER', 'DIRECTIVES', 'READ')?.limit).toBe('EXISTENCE_ONLY');
    expect(grantFor('DISTRICT_NURSE', 'DIRECTIVES', 'READ')?.limitWithoutBasis).toBe('EXISTENCE_ONLY');
    expect(ROLES.filter(mayRecordDecisions)).toEqual([
      'GP',
      'ELDERLY_CARE_PHYSICIAN',
      'DISTRICT_NURSE',
      'ELDERLY_ADVISER',
      'PRACTICE_NURSE',
    ]);
  });

  it('lets the maker void, and GP and PRACTICE_NURSE whoever made it', () => {
    expect(grantFor('GP', 'CARE_PLAN', 'VOID')).toMatchObject({ relation: 'PRACTICE', narrows: true, limit: null });
    expect(grantFor('PRACTICE_NURSE', 'CARE_PLAN', 'VOID')).toMatchObject({ relation: 'PRACTICE', limit: null });
    expect(grantFor('PRACTICE_NURSE', 'MEETING', 'VOID')).toMatchObject({ relation: 'TEAM', limit: null });
    expect(grantFor('ELDERLY_ADVISER', 'CARE_PLAN', 'VOID')).toMatchObject({ consent: true, limit: 'MAKER_ONLY' });
    expect(grantFor('ELDERLY_CARE_PHYSICIAN', 'RISK_PROFILE', 'VOID')).toMatchObject({ limit: 'MAKER_ONLY' });
    expect(grantFor('PRACTICE_ASSISTANT', 'HEALTH_ANSWERS', 'VOID')).toMatchObject({ limit: 'MAKER_ONLY' });
    expect(grantFor('GP', 'CARE_PLAN', 'VOID')?.breakGlass).toBe(false);
    expect(mayEver('PRACTICE_NURSE', 'MEDICAL_ANNEX', 'VOID')).toBe(false);
    expect(mayEver('DISTRICT_NURSE', 'TREATMENT_PLAN', 'VOID')).toBe(false);
    expect(mayEver('GP', 'BSN', 'VOID')).toBe(false);
    expect(mayEver('GP', 'ATTACHMENTS', 'VOID')).toBe(true);
  });

  it('voids consent as marked, not by its maker only', () => {
    expect(grantFor('PRACTICE_ASSISTANT', 'CONSENT', 'VOID')?.limit).toBeNull();
    expect(mayEver('ELDERLY_CARE_PHYSICIAN', 'CONSENT', 'VOID')).toBe(false);
  });

  it('gives a respondent nothing but its own form', () => {
    const grants = RESOURCES.flatMap((resource) => Object.values(POLICY[resource].RESPONDENT));
    expect(grants).toHaveLength(8);
    expect(grants.every(({ relation }) => relation === 'FORM')).toBe(true);
    expect(grantFor('RESPONDENT', 'HEALTH_ANSWERS', 'READ')?.limit).toBe('WHILE_IN_PROGRESS');
  });

  it('never shows the manager and the log officer a row with a consent category, but for counts', () => {
    const rows = RESOURCES.flatMap((resource) =>
      CATEGORY_OF_RESOURCE[resource] === null
        ? []
        : [...Object.values(POLICY[resource].PRACTICE_MANAGER), ...Object.values(POLICY[resource].LOG_OFFICER)],
    );
    expect(rows.map(({ limit }) => limit)).toEqual(['COUNTS_ONLY']);
  });
});

describe('roles', () => {
  it('have the scope that the row-level policies expect', () => {
    expect(ROLES.map((role) => SCOPE_OF_ROLE[role])).toEqual(
      'practice team team team practice practice none none form'.split(' '),
    );
  });

  it('are told from other texts, and staff from the respondent', () => {
    expect(ROLES.every(isRole)).toBe(true);
    expect(['gp', 'ADMIN', '', null, 1].some(isRole)).toBe(false);
    expect(STAFF_ROLES).toEqual(ROLES.slice(0, 8));
  });

  it('name who is care, which roles need two people, and who the second can be', () => {
    expect(CARE_ORGANISATION_KINDS).toEqual(['PRACTICE', 'HOME_CARE', 'SPECIALIST']);
    expect(ROLES_GRANTED_BY_TWO).toEqual(['GP', 'ELDERLY_CARE_PHYSICIAN', 'PRACTICE_MANAGER', 'LOG_OFFICER']);
    expect(ROLES_GRANTED_BY_TWO).toEqual(expect.arrayContaining([...ROLE_GRANT_CONFIRMERS]));
    expect(ROLE_GRANT_CONFIRMERS).toEqual(['PRACTICE_MANAGER', 'GP', 'LOG_OFFICER']);
  });
});

describe('CATEGORY_OF_RESOURCE', () => {
  it('follows the list of categories', () => {
    const of = (category: number) => RESOURCES.filter((resource) => CATEGORY_OF_RESOURCE[resource] === category);
    expect(of(1)).toEqual(['IDENTITY', 'BSN', 'CASE_MANAGER', 'SCREENING', 'TASKS', 'CLIENT_LIST']);
    expect(of(2)).toEqual(['WELLBEING_ANSWERS']);
    expect(of(3)).toEqual(['HEALTH_ANSWERS', 'RISK_PROFILE', 'GP_REVIEW', 'HIS_SUMMARY']);
    expect(of(4)).toEqual(['CARE_PLAN', 'CONTACTS']);
    expect(of(5)).toEqual(['TREATMENT_PLAN', 'DIRECTIVES', 'MEDICAL_ANNEX']);
    expect(of(6)).toEqual(['MEETING']);
  });
});
