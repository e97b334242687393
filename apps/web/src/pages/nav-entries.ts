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

/** Lists and forms on paper: first for who enters them, after the care of their own clients for the others. */
const OF_PAPER: readonly Entry[] = [
  { to: '/entry', label: text('common.nav.entry'), for: ['HEALTH_ANSWERS', 'CREATE'] },
  { to: '/screening-rounds', label: text('screeningRounds.title'), for: ['SCREENING', 'READ'] },
];

const OF_CARE: readonly Entry[] = [
  { to: '/caseload', label: text('caseload.title'), for: ['CLIENT_LIST', 'READ'], ifCaseManager: true },
  { to: '/meetings', label: text('teamMeetings.title'), for: ['MEETING', 'READ'] },
  { to: '/actions', label: text('actions.mine.title'), for: ['TASKS', 'READ'] },
  { to: '/emergency-access', label: text('breakGlass.title'), for: ['BREAK_GLASS', 'CREATE'], unlessOfPractice: true },
];

/** The menu, what is used most first. An entry is there for whoever the policy gives what its page is about, and only when the page works. */
const entriesOf = (role: Role): readonly Entry[] => [
  { to: '/today', label: text('common.nav.today') },
  { to: '/clients', label: text('common.nav.clients'), for: ['IDENTITY', 'READ'] },
  ...(role === 'PRACTICE_ASSISTANT' ? [...OF_PAPER, ...OF_CARE] : [...OF_CARE, ...OF_PAPER]),
  { to: '/handovers', label: text('handovers.title'), for: ['CASE_MANAGER', 'UPDATE'] },
  { to: '/instruments', label: text('instruments.title'), for: ['INSTRUMENTS', 'CREATE'] },
  { to: '/users', label: text('users.title'), for: ['USERS', 'READ'] },
  { to: '/settings', label: text('practiceSettings.title'), for: ['PRACTICE_SETTINGS', 'UPDATE'] },
  { to: '/logboek', label: text('accessLog.title'), for: ['ACCESS_LOG_OVERVIEWS', 'READ'] },
];

export const navEntries = (role: Role): readonly NavEntry[] =>
  entriesOf(role).filter(({ for: needed, unlessOfPractice, ifCaseManager }) => {
    if (ifCaseManager === true && !mayBeCaseManager(role)) return false;
    if (needed === undefined) return true;
    const grant = grantFor(role, ...needed);
    return grant !== undefined && !(unlessOfPractice && grant.relation === 'PRACTICE');
  });
