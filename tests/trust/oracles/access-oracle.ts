/**
 * The permission matrix of the trust paper, section 3, typed cell by cell by someone who has not seen the product's.
 * A cell is a list of clauses; a clause is what the paper writes between semicolons. Where the paper gives no relation,
 * the reading chosen here stands in the note. `t/p` is p: the setting that narrows it to t is no part of this table.
 */

export const ORACLE_ROLES = [
  'GP',
  'ELDERLY_CARE_PHYSICIAN',
  'DISTRICT_NURSE',
  'ELDERLY_ADVISER',
  'PRACTICE_NURSE',
  'PRACTICE_ASSISTANT',
  'PRACTICE_MANAGER',
  'LOG_OFFICER',
] as const;
export type OracleRole = (typeof ORACLE_ROLES)[number];

export type OracleAction = 'READ' | 'CREATE' | 'UPDATE' | 'FINALISE' | 'VOID' | 'EXPORT';
/** p whole own practice · t team of the client, for a meeting its attendees · tenant · own what is one's own. */
export type OracleRelation = 'p' | 't' | 'tenant' | 'own';

export interface OracleClause {
  actions: readonly OracleAction[];
  relation: OracleRelation;
  /** another organisation's rows need a GRANT for the category; otherwise the rows that follow from the team suffice */
  c: boolean;
  /** also by break-glass */
  g: boolean;
  /** `t/p` in the paper: a setting of the practice narrows p to t */
  narrows: boolean;
  /** only what one made oneself */
  maker: boolean;
  note: string | null;
}

/** null: as the parent of the attachment. Empty: nothing. */
export type OracleCell = readonly OracleClause[] | null;

const ACTION_OF_LETTER: Readonly<Record<string, OracleAction>> = {
  R: 'READ',
  C: 'CREATE',
  U: 'UPDATE',
  F: 'FINALISE',
  V: 'VOID',
  X: 'EXPORT',
};

/** `letters` and `where` as the paper prints them: 'RCU', 't/p,g'. */
function may(letters: string, where: string, note: string | null = null): OracleClause {
  const [place = '', ...marks] = where.split(',');
  return {
    actions: [...letters].map((letter) => {
      const action = ACTION_OF_LETTER[letter];
      if (action === undefined) throw new RangeError(`no action ${letter}`);
      return action;
    }),
    relation: place === 't' || place === 'tenant' || place === 'own' ? place : 'p',
    c: marks.includes('c'),
    g: marks.includes('g'),
    narrows: place === 't/p',
    maker: false,
    note,
  };
}

const NOTHING: OracleCell = [];

const ENTRY =
  'Entry is one act whatever the categories. Who enters reads that entry while IN_PROGRESS and the assessment in the ' +
  'answer to completing it.';
const ENTRY_ASSISTANT =
  `${ENTRY} The assistant continues any response IN_PROGRESS; of every other she reads missing and deciding and the ` +
  'class, never answers or scores; in second entry the differing items only.';
const CLASS_NEEDS_3 = 'Without category 3 no class either.';
const RECORDS_IN_MEETING =
  'In a RUNNING or REOPENED meeting any attendee with C on the meeting records ASSIGN_PROFILE and NAME_CASE_MANAGER.';
const VISITOR = 'Phone, address, contact persons only.';
const EXISTS_ONLY = 'Only that a directive exists and whom to ask, as a flag in the header of the zorgleefplan (4).';
const NOT_ONESELF = 'Never for oneself; granting GP or ELDERLY_CARE_PHYSICIAN needs a second person.';
const SECOND_PERSON = 'With a second person.';
const CASELOAD = 'Own caseload.';
const SILENT_P = 'The paper gives no relation; read as the own practice.';
const BREAKS_GLASS = 'Replaces the relation, so any client of the tenant; fresh second factor, reason.';
const OWN = 'The paper writes "own" without letters; read as R C U.';
const VOIDS = 'From the text: void with a reason, GP and PRACTICE_NURSE.';
const MAKER_VOIDS = 'From the text: void with a reason, who made it.';

const voids = (): OracleClause => may('V', 'p', VOIDS);
const makerVoids = (where: 't' | 'p'): OracleClause => ({ ...may('V', where, MAKER_VOIDS), maker: true });
const EVERYBODY_READS: OracleClause = may('R', 'tenant');
const OWN_CELL: OracleCell = [may('RCU', 'own', OWN)];

/** One row: the cells in the order of ORACLE_ROLES. */
type Row = readonly [OracleCell, OracleCell, OracleCell, OracleCell, OracleCell, OracleCell, OracleCell, OracleCell];

const ROWS = {
  IDENTITY: [
    [may('RCU', 'p,g')],
    [may('R', 't,g'), may('U', 't', VISITOR)],
    [may('R', 't,g'), may('U', 't', VISITOR)],
    [may('R', 't,c'), may('U', 't,c', VISITOR)],
    [may('RCU', 'p')],
    [may('RCU', 'p')],
    NOTHING,
    NOTHING,
  ],
  BSN: [
    [may('RC', 'p')],
    [may('R', 't')],
    [may('R', 't')],
    NOTHING,
    [may('RC', 'p')],
    [may('RC', 'p')],
    NOTHING,
    NOTHING,
  ],
  CLIENT_IMPORT: [[may('CF', 'p')], NOTHING, NOTHING, NOTHING, [may('CF', 'p')], [may('CF', 'p')], NOTHING, NOTHING],
  TEAM: [
    [may('RCU', 'p')],
    [may('R', 't')],
    [may('R', 't')],
    [may('R', 't')],
    [may('RCU', 'p')],
    [may('RCU', 'p')],
    NOTHING,
    [may('R', 'tenant')],
  ],
  CASE_MANAGER: [
    [may('RCU', 'p')],
    [may('R', 't')],
    [may('R', 't'), may('CU', 't', CASELOAD)],
    [may('R', 't'), may('CU', 't', CASELOAD)],
    [may('RCU', 'p')],
    [may('RCU', 'p')],
    NOTHING,
    NOTHING,
  ],
  CONSENT: [
    [may('RCV', 'p')],
    [may('R', 't')],
    [may('RCV', 't')],
    [may('RCV', 't')],
    [may('RCV', 'p')],
    [may('RCV', 'p')],
    NOTHING,
    [may('R', 'tenant')],
  ],
  SCREENING: [
    [may('RCUF', 'p', 'F = cancel a round.')],
    [may('R', 't')],
    [may('RCU', 't')],
    [may('RCU', 't,c')],
    [may('RCUF', 'p', 'F = cancel a round.')],
    [may('RCU', 'p')],
    NOTHING,
    NOTHING,
  ],
  HEALTH_ANSWERS: [
    [may('RCUF', 't/p,g'), voids()],
    [may('RCUF', 't,g'), makerVoids('t')],
    [may('RCUF', 't,g'), makerVoids('t')],
    [may('R', 't,c'), may('CUF', 't', ENTRY), makerVoids('t')],
    [may('RCUF', 'p'), voids()],
    [may('CUF', 'p', ENTRY_ASSISTANT), makerVoids('p')],
    NOTHING,
    NOTHING,
  ],
  WELLBEING_ANSWERS: [
    [may('RCUF', 't/p'), voids()],
    [may('RCUF', 't'), makerVoids('t')],
    [may('RCUF', 't'), makerVoids('t')],
    [may('R', 't,c'), may('CUF', 't', ENTRY), makerVoids('t')],
    [may('RCUF', 'p'), voids()],
    [may('CUF', 'p', ENTRY_ASSISTANT), makerVoids('p')],
    NOTHING,
    NOTHING,
  ],
  RISK_PROFILE: [
    [may('RF', 't/p,g', 'F = assign.')],
    [may('RF', 't,g', 'F = assign.')],
    [may('R', 't,g', RECORDS_IN_MEETING)],
    [may('R', 't,c', `${CLASS_NEEDS_3} ${RECORDS_IN_MEETING}`)],
    [may('R', 'p', RECORDS_IN_MEETING)],
    [may('R', 'p', `Class only. ${ENTRY_ASSISTANT}`)],
    NOTHING,
    NOTHING,
  ],
  GP_REVIEW: [
    [may('RF', 't/p', 'F = confirm.')],
    [may('RF', 't', 'F = confirm.')],
    NOTHING,
    NOTHING,
    [may('RC', 'p', 'Prepare only.')],
    NOTHING,
    NOTHING,
    NOTHING,
  ],
  CARE_PLAN: [
    [may('RCUF', 't/p,g')],
    [may('RCU', 't,g')],
    [may('RCUF', 't,g')],
    [may('RCUF', 't,c')],
    [may('R', 'p'), may('CUF', 't', 'While case manager.')],
    [may('R', 'p', 'Dates only.')],
    NOTHING,
    NOTHING,
  ],
  TREATMENT_PLAN: [
    [may('RCUF', 't/p,g')],
    [may('RCUF', 't,g')],
    [may('R', 't,c,g')],
    NOTHING,
    [may('R', 't')],
    NOTHING,
    NOTHING,
    NOTHING,
  ],
  DIRECTIVES: [
    [may('RCUF', 't/p,g')],
    [may('RCUF', 't,g')],
    [may('R', 't,c,g', `Else: ${EXISTS_ONLY}`)],
    [may('R', 't,c', EXISTS_ONLY)],
    [may('R', 't')],
    NOTHING,
    NOTHING,
    NOTHING,
  ],
  MEETING: [
    [may('RCUF', 't/p', 'F = share, start, close.')],
    [may('RCUF', 't', 'F = share, start, close.')],
    [may('RCU', 't')],
    [may('RCU', 't,c')],
    [may('RCUF', 't', 'F = share, start, close.')],
    [may('C', 'p', `Agenda. ${SILENT_P}`)],
    NOTHING,
    NOTHING,
  ],
  MEDICAL_ANNEX: [
    [may('RCU', 't/p')],
    [may('RCU', 't')],
    [may('R', 't,c')],
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
  ],
  CONTACTS: [
    [may('RCU', 't/p')],
    [may('RCU', 't')],
    [may('RCU', 't')],
    [may('RCU', 't,c')],
    [may('RCU', 'p')],
    [may('C', 'p', 'Signal.'), may('U', 'p', 'Referral sent.'), may('R', 'p', 'Date and kind only.')],
    NOTHING,
    NOTHING,
  ],
  TASKS: [
    [may('RCU', 't/p')],
    [may('RCU', 't')],
    [may('RCU', 't')],
    [may('RCU', 't,c')],
    [may('RCU', 'p')],
    [may('RCU', 'p')],
    NOTHING,
    NOTHING,
  ],
  ATTACHMENTS: [null, null, null, null, null, null, NOTHING, NOTHING],
  HIS_SUMMARY: [[may('R', 'p')], NOTHING, NOTHING, NOTHING, [may('R', 'p')], NOTHING, NOTHING, NOTHING],
  TIMELINE: [
    [may('R', 't/p,g')],
    [may('R', 't,g')],
    [may('R', 't,g')],
    [may('R', 't,c')],
    [may('R', 'p')],
    [may('R', 'p')],
    NOTHING,
    NOTHING,
  ],
  CLIENT_LIST: [
    [may('R', 'p')],
    [may('R', 't')],
    [may('R', 't')],
    [may('R', 't,c')],
    [may('R', 'p')],
    [may('R', 'p', 'No scores.')],
    [may('R', 'tenant', 'Counts of 10 and more only.')],
    NOTHING,
  ],
  CLIENT_EXPORT: [
    [may('X', 'p')],
    [may('X', 't')],
    [may('X', 't')],
    [may('X', 't,c')],
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
  ],
  BULK_EXPORT: [[may('X', 'p', SECOND_PERSON)], NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING],
  MERGE: [
    [may('F', 'p', SECOND_PERSON)],
    NOTHING,
    NOTHING,
    NOTHING,
    [may('C', 'p', `Propose. ${SILENT_P}`)],
    [may('C', 'p', `Propose. ${SILENT_P}`)],
    NOTHING,
    NOTHING,
  ],
  DESTRUCTION: [
    [may('F', 'p')],
    NOTHING,
    NOTHING,
    NOTHING,
    [may('C', 'p', `Register. ${SILENT_P}`)],
    [may('C', 'p', `Register. ${SILENT_P}`)],
    NOTHING,
    [may('R', 'tenant')],
  ],
  ACCESS_EXPLANATION: [
    [may('R', 'p')],
    [may('R', 't')],
    [may('R', 't')],
    [may('R', 't')],
    [may('R', 'p')],
    [may('R', 'p')],
    NOTHING,
    [may('R', 'tenant')],
  ],
  BREAK_GLASS: [
    [may('RCF', 'p', `F = verdict, never on one's own. ${BREAKS_GLASS}`)],
    [may('C', 'tenant', BREAKS_GLASS)],
    [may('C', 'tenant', BREAKS_GLASS)],
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    [may('RF', 'tenant', "F = verdict, never on one's own.")],
  ],
  ACCESS_LOG_CLIENT: [[may('R', 'p')], NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, [may('RX', 'tenant')]],
  ACCESS_LOG_OVERVIEWS: [
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    [may('RX', 'tenant'), may('CF', 'tenant', 'Review.')],
  ],
  LOG_CLIENT_SEARCH: [
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    [may('R', 'tenant', 'Family name and birth date, exact; answers name and birth date only; logged.')],
  ],
  USERS: [
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    [may('RCU', 'tenant', NOT_ONESELF)],
    [may('R', 'tenant')],
  ],
  COLLEAGUES: [
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
  ],
  PRACTICE_SETTINGS: [
    [may('RU', 'tenant')],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [may('RCU', 'tenant')],
    [EVERYBODY_READS],
  ],
  INSTRUMENTS: [
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [EVERYBODY_READS],
    [may('RC', 'tenant')],
    [EVERYBODY_READS],
  ],
  OWN_ACCOUNT: [OWN_CELL, OWN_CELL, OWN_CELL, OWN_CELL, OWN_CELL, OWN_CELL, OWN_CELL, OWN_CELL],
} as const satisfies Record<string, Row>;

export type OracleResource = keyof typeof ROWS;

/** The 36 rows in the order of the paper. */
export const ORACLE_MATRIX: Readonly<Record<OracleResource, Row>> = ROWS;

export function oracleCell(role: OracleRole, resource: OracleResource): OracleCell {
  return ORACLE_MATRIX[resource][ORACLE_ROLES.indexOf(role)] ?? null;
}

function clauseFor(role: OracleRole, resource: OracleResource, action: OracleAction): OracleClause | undefined {
  return oracleCell(role, resource)?.find((clause) => clause.actions.includes(action));
}

/** Factor F. Attachments follow their parent: ask about the parent, here the answer is null. */
export function oracleMayEver(role: OracleRole, resource: OracleResource, action: OracleAction): boolean | null {
  if (oracleCell(role, resource) === null) return null;
  return clauseFor(role, resource, action) !== undefined;
}

/** The relation a role needs for an action; null when it never has the action, or when the parent decides. */
export function oracleRelation(
  role: OracleRole,
  resource: OracleResource,
  action: OracleAction,
): OracleRelation | null {
  return clauseFor(role, resource, action)?.relation ?? null;
}

/**
 * "Elsewhere who made it, GP and PRACTICE_NURSE": outside consent and answers the paper marks no V, yet this sentence
 * may be read as giving one. True where such a V would be in order; a difference there is a question, not a fault.
 */
export function oracleVoidByText(role: OracleRole, resource: OracleResource): boolean {
  if (resource === 'CONSENT') return oracleMayEver(role, resource, 'VOID') === true;
  if (oracleMayEver(role, resource, 'CREATE') === true) return true;
  const anybodyCreates = ORACLE_ROLES.some((each) => oracleMayEver(each, resource, 'CREATE') === true);
  const overrules = role === 'GP' || role === 'PRACTICE_NURSE';
  return overrules && anybodyCreates && oracleMayEver(role, resource, 'READ') === true;
}
