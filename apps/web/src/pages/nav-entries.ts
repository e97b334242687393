import { type AccessAction, grantFor, mayBeCaseManager, type Resource, type Role } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { NavEntry } from '../ui/AppShell.tsx';

type Entry = NavEntry & {
  for?: readonly [Resource, AccessAction];
  /** Not for those to whom every client of the practice is a relation already. */
  unlessOfPractice?: true;
  /** For those who can be somebody's case manager. */
  ifCaseManager?: true;
};

/** The menu. An entry is there for whoever the policy gives what its page is about, and only when the page works. */
const ENTRIES: readonly Entry[] = [
  { to: '/today', label: text('common.nav.today') },
  { to: '/clients', label: text('common.nav.clients'), for: ['IDENTITY', 'READ'] },
  { to: '/caseload', label: text('caseload.title'), for: ['CLIENT_LIST', 'READ'], ifCaseManager: true },
  { to: '/entry', label: text('common.nav.entry'), for: ['HEALTH_ANSWERS', 'CREATE'] },
  { to: '/handovers', label: text('handovers.title'), for: ['CASE_MANAGER', 'UPDATE'] },
  { to: '/screening-rounds', label: text('screeningRounds.title'), for: ['SCREENING', 'READ'] },
  { to: '/instruments', label: text('instruments.title'), for: ['INSTRUMENTS', 'CREATE'] },
  { to: '/users', label: text('users.title'), for: ['USERS', 'READ'] },
  { to: '/settings', label: text('practiceSettings.title'), for: ['PRACTICE_SETTINGS', 'UPDATE'] },
  { to: '/emergency-access', label: text('breakGlass.title'), for: ['BREAK_GLASS', 'CREATE'], unlessOfPractice: true },
  { to: '/logboek', label: text('accessLog.title'), for: ['ACCESS_LOG_OVERVIEWS', 'READ'] },
];

export const navEntries = (role: Role): readonly NavEntry[] =>
  ENTRIES.filter(({ for: needed, unlessOfPractice, ifCaseManager }) => {
    if (ifCaseManager === true && !mayBeCaseManager(role)) return false;
    if (needed === undefined) return true;
    const grant = grantFor(role, ...needed);
    return grant !== undefined && !(unlessOfPractice && grant.relation === 'PRACTICE');
  });
