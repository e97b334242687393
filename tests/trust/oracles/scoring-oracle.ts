/**
 * A second implementation of GFI, INTERMED-E-SA and the rule "samenoud", typed from the papers and from nothing else.
 * It is slow on purpose: possible profiles are found by trying every pair of totals, deciding items by trying every
 * pair of answers to the open item, so that no closed form is shared with the product.
 */

export type OracleProfile = 'ROBUST' | 'FRAIL' | 'COMPLEX';
export type OracleDomain = 'BIOLOGICAL' | 'PSYCHOLOGICAL' | 'SOCIAL' | 'HEALTH_CARE';
export type OracleAnswers = Record<string, unknown>;

export interface OracleSum {
  lower: number;
  upper: number;
  missing: string[];
}

export interface OracleAssessment {
  gfi: OracleSum & { three: number[]; four: number[] };
  imesa: OracleSum & { domains: Record<OracleDomain, number>; timeFrames: number[] };
  proposedProfile: OracleProfile | 'UNDETERMINED';
  possibleProfiles: OracleProfile[];
  determined: boolean;
  deciding: string[];
}

type ScoreTable = ReadonlyMap<unknown, number>;

const HELP: ScoreTable = new Map([
  ['independent', 0],
  ['dependent', 1],
]);
const FITNESS: ScoreTable = new Map([
  [0, 1],
  [1, 1],
  [2, 1],
  [3, 1],
  [4, 1],
  [5, 1],
  [6, 1],
  [7, 0],
  [8, 0],
  [9, 0],
  [10, 0],
]);
const PROBLEM: ScoreTable = new Map([
  ['no', 0],
  ['yes', 1],
]);
const MEMORY: ScoreTable = new Map([
  ['no', 0],
  ['sometimes', 0],
  ['yes', 1],
]);
const FEELING: ScoreTable = new Map([
  ['no', 0],
  ['sometimes', 1],
  ['yes', 1],
]);
const SEVERITY: ScoreTable = new Map([
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
]);

const GFI_TABLES: Readonly<Record<string, ScoreTable>> = {
  'gfi-01': HELP,
  'gfi-02': HELP,
  'gfi-03': HELP,
  'gfi-04': HELP,
  'gfi-05': FITNESS,
  'gfi-06': PROBLEM,
  'gfi-07': PROBLEM,
  'gfi-08': PROBLEM,
  'gfi-09': PROBLEM,
  'gfi-10': MEMORY,
  'gfi-11': FEELING,
  'gfi-12': FEELING,
  'gfi-13': FEELING,
  'gfi-14': FEELING,
  'gfi-15': FEELING,
};

const GFI_THREE = ['01 02 03 04', '05 06 07 08 09 10', '11 12 13 14 15'];
const GFI_FOUR = ['01 02 03 04 05 06 07 08 09', '10', '11 12 13', '14 15'];

const IMESA_DOMAINS: Readonly<Record<OracleDomain, string>> = {
  BIOLOGICAL: '01 02 03 04 05',
  PSYCHOLOGICAL: '06 07 08 09 10',
  SOCIAL: '11 12 13 14 15',
  HEALTH_CARE: '16 17 18 19 20',
};
const IMESA_TIME_FRAMES = ['01 02 06 07 11 12 16 17', '03 04 08 09 13 14 18 19', '05 10 15 20'];

const IMESA_TABLES: Readonly<Record<string, ScoreTable>> = Object.fromEntries(
  itemIds('imesa', Object.values(IMESA_DOMAINS).join(' ')).map((id) => [id, SEVERITY]),
);

/** The published table of the rule, row by row. */
const PROFILE_ROWS: ReadonlyArray<{ profile: OracleProfile; imesa: [number, number]; gfi: [number, number] }> = [
  { profile: 'ROBUST', imesa: [0, 15], gfi: [0, 4] },
  { profile: 'FRAIL', imesa: [0, 15], gfi: [5, 15] },
  { profile: 'COMPLEX', imesa: [16, 60], gfi: [0, 15] },
];

function itemIds(instrument: 'gfi' | 'imesa', numbers: string): string[] {
  return numbers.split(' ').map((number) => `${instrument}-${number}`);
}

function isOpen(answer: unknown): boolean {
  if (answer === undefined) return true;
  if (typeof answer !== 'object' || answer === null || Object.keys(answer).length !== 1) return false;
  return 'missing' in answer && (answer.missing === 'BLANK' || answer.missing === 'ILLEGIBLE');
}

/** Ids that the product must refuse: unknown ids, and answers that are neither a code of the item nor a reason. */
export function oracleRejected(answers: OracleAnswers): string[] {
  const tables: Readonly<Record<string, ScoreTable>> = { ...GFI_TABLES, ...IMESA_TABLES };
  return Object.entries(answers)
    .filter(([id, answer]) => {
      const table = Object.hasOwn(tables, id) ? tables[id] : undefined;
      return table === undefined || !(table.has(answer) || isOpen(answer));
    })
    .map(([id]) => id);
}

export function oracleProfile(imesa: number, gfi: number): OracleProfile {
  const row = PROFILE_ROWS.find(
    (each) => each.imesa[0] <= imesa && imesa <= each.imesa[1] && each.gfi[0] <= gfi && gfi <= each.gfi[1],
  );
  if (row === undefined) throw new RangeError(`no profile for INTERMED ${imesa}, GFI ${gfi}`);
  return row.profile;
}

function knownSum(
  ids: readonly string[],
  tables: Readonly<Record<string, ScoreTable>>,
  answers: OracleAnswers,
): number {
  let sum = 0;
  for (const id of ids) sum += tables[id]?.get(answers[id]) ?? 0;
  return sum;
}

function sumOf(tables: Readonly<Record<string, ScoreTable>>, mostPerItem: number, answers: OracleAnswers): OracleSum {
  const ids = Object.keys(tables).toSorted();
  const missing = ids.filter((id) => isOpen(answers[id]));
  const lower = knownSum(ids, tables, answers);
  return { lower, upper: lower + mostPerItem * missing.length, missing };
}

function whole(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}

/** Profiles that at least one pair of totals within the bounds gives, in the order robust, frail, complex. */
export function oraclePossible(imesa: Omit<OracleSum, 'missing'>, gfi: Omit<OracleSum, 'missing'>): OracleProfile[] {
  const found = new Set<OracleProfile>();
  for (const i of whole(imesa.lower, imesa.upper)) {
    for (const g of whole(gfi.lower, gfi.upper)) found.add(oracleProfile(i, g));
  }
  return PROFILE_ROWS.map((row) => row.profile).filter((profile) => found.has(profile));
}

/** Do two fill-ins exist that differ in one open INTERMED item only, and in profile? All open items are alike. */
function anOpenImesaItemDecides(imesa: OracleSum, gfi: OracleSum): boolean {
  return whole(imesa.lower, imesa.upper - 3).some((others) =>
    whole(gfi.lower, gfi.upper).some(
      (g) => new Set([0, 1, 2, 3].map((score) => oracleProfile(others + score, g))).size > 1,
    ),
  );
}

function anOpenGfiItemDecides(imesa: OracleSum, gfi: OracleSum): boolean {
  return whole(gfi.lower, gfi.upper - 1).some((others) =>
    whole(imesa.lower, imesa.upper).some((i) => oracleProfile(i, others) !== oracleProfile(i, others + 1)),
  );
}

function decidingOf(imesa: OracleSum, gfi: OracleSum): string[] {
  const fromImesa = imesa.missing.length > 0 && anOpenImesaItemDecides(imesa, gfi) ? imesa.missing : [];
  const fromGfi = gfi.missing.length > 0 && anOpenGfiItemDecides(imesa, gfi) ? gfi.missing : [];
  return [...fromImesa, ...fromGfi];
}

/** Assesses a completed response: an absent item counts as left open. Throws when an answer must be refused. */
export function oracleAssess(answers: OracleAnswers): OracleAssessment {
  const rejected = oracleRejected(answers);
  if (rejected.length > 0) throw new RangeError(`refused: ${rejected.join(', ')}`);
  const gfi = sumOf(GFI_TABLES, 1, answers);
  const imesa = sumOf(IMESA_TABLES, 3, answers);
  const possibleProfiles = oraclePossible(imesa, gfi);
  const [first] = possibleProfiles;
  const determined = possibleProfiles.length === 1;
  const partsOfGfi = (parts: string[]) => parts.map((part) => knownSum(itemIds('gfi', part), GFI_TABLES, answers));
  const partOfImesa = (part: string) => knownSum(itemIds('imesa', part), IMESA_TABLES, answers);
  return {
    gfi: { ...gfi, three: partsOfGfi(GFI_THREE), four: partsOfGfi(GFI_FOUR) },
    imesa: {
      ...imesa,
      domains: {
        BIOLOGICAL: partOfImesa(IMESA_DOMAINS.BIOLOGICAL),
        PSYCHOLOGICAL: partOfImesa(IMESA_DOMAINS.PSYCHOLOGICAL),
        SOCIAL: partOfImesa(IMESA_DOMAINS.SOCIAL),
        HEALTH_CARE: partOfImesa(IMESA_DOMAINS.HEALTH_CARE),
      },
      timeFrames: IMESA_TIME_FRAMES.map(partOfImesa),
    },
    proposedProfile: determined && first !== undefined ? first : 'UNDETERMINED',
    possibleProfiles,
    determined,
    deciding: decidingOf(imesa, gfi),
  };
}

function pick<T>(random: () => number, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new RangeError('random must be in [0, 1) and there must be a choice');
  return choice;
}

/**
 * A valid set of answers. `missingShare` (0..1) of the items is open: absent, BLANK or ILLEGIBLE. Each set has a
 * heaviness of its own, so that totals near the cut-offs and all three profiles are common.
 */
export function randomAnswers(random: () => number, missingShare: number): OracleAnswers {
  const heaviness = random();
  const answers: OracleAnswers = {};
  for (const [id, table] of Object.entries({ ...GFI_TABLES, ...IMESA_TABLES })) {
    const kind = random() < missingShare ? pick(random, ['ABSENT', 'BLANK', 'ILLEGIBLE'] as const) : 'ANSWERED';
    if (kind === 'ABSENT') continue;
    if (kind !== 'ANSWERED') {
      answers[id] = { missing: kind };
      continue;
    }
    const codes = [...table.keys()];
    const heavy = codes.filter((code) => (table.get(code) ?? 0) > 0);
    const light = codes.filter((code) => table.get(code) === 0);
    answers[id] = pick(random, random() < heaviness * 0.7 ? heavy : light);
  }
  return answers;
}
