import { ACCESS_LIMITS, type AccessLimit, type AccessRelation, type Grant } from './grant.ts';
import type { AccessAction } from './resources.ts';

/** The grants of one role on one resource. */
export type PolicyCell = Readonly<Partial<Record<AccessAction, Grant>>>;

const ACTION_OF_LETTER: Readonly<Record<string, AccessAction>> = {
  R: 'READ',
  C: 'CREATE',
  U: 'UPDATE',
  F: 'FINALISE',
  V: 'VOID',
  X: 'EXPORT',
};

const RELATION_OF_MARK: Readonly<Record<string, AccessRelation>> = {
  p: 'PRACTICE',
  't/p': 'PRACTICE',
  t: 'TEAM',
  tenant: 'TENANT',
  own: 'OWN',
  form: 'FORM',
  parent: 'PARENT',
};

const PART =
  /^(?<letters>[RCUFVX](?: [RCUFVX])*) (?<mark>t\/p|p|tenant|t|own|form|parent)(?<marks>(?:,[cg])*)(?: \[(?<words>[A-Z_ ]+)\])?$/;
const FLAGS: readonly string[] = ['STEP_UP', 'SECOND_PERSON', 'ELSE_EXISTENCE_ONLY'];

/**
 * Reads one cell of the matrix as the paper writes it: letters of actions, a relation, marks, limits in brackets;
 * parts separated by "; ". Example: `R t,c; C U t [OWN_CASELOAD]`. Words in brackets are at most one `AccessLimit`
 * and STEP_UP, SECOND_PERSON, ELSE_EXISTENCE_ONLY. Errors: RangeError for anything it does not know, so that a slip
 * in the matrix stops the app instead of opening or closing something.
 */
export function readCell(cell: string): PolicyCell {
  const entries = cell.split('; ').flatMap((part) => readPart(part));
  if (new Set(entries.map(([action]) => action)).size < entries.length) {
    throw new RangeError(`An action stands twice in the policy cell "${cell}"`);
  }
  return Object.fromEntries(entries);
}

function readPart(part: string): [AccessAction, Grant][] {
  const { letters = '', mark = '', marks = '', words = '' } = PART.exec(part)?.groups ?? {};
  const relation = RELATION_OF_MARK[mark];
  if (relation === undefined) throw new RangeError(`Not a policy cell: "${part}"`);
  const brackets = words.split(' ').filter((word) => word !== '');
  return Object.entries(ACTION_OF_LETTER)
    .filter(([letter]) => letters.includes(letter))
    .map(([, action]) => [action, grantOf(relation, mark, marks, brackets, action)]);
}

function grantOf(
  relation: AccessRelation,
  mark: string,
  marks: string,
  brackets: readonly string[],
  action: AccessAction,
): Grant {
  return {
    relation,
    narrows: mark === 't/p',
    consent: marks.includes('c'),
    breakGlass: marks.includes('g') && action === 'READ',
    stepUp: brackets.includes('STEP_UP'),
    secondPerson: brackets.includes('SECOND_PERSON'),
    limit: limitOf(brackets),
    limitWithoutBasis: brackets.includes('ELSE_EXISTENCE_ONLY') ? 'EXISTENCE_ONLY' : null,
  };
}

function limitOf(brackets: readonly string[]): AccessLimit | null {
  const words = brackets.filter((word) => !FLAGS.includes(word));
  const limit = ACCESS_LIMITS.find((code) => code === words[0]);
  if (words.length > 1 || (words.length === 1 && limit === undefined)) {
    throw new RangeError(`Not a limit of a policy cell: "${words.join(' ')}"`);
  }
  return limit ?? null;
}
