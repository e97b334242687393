import { normaliseForSearch } from '../names/normalise.ts';
import { clientChanges } from './client-changes.ts';
import { type ImportError, type ImportNotice, isDispensable } from './import-codes.ts';
import type { ImportCandidate, ImportDuplicate, ImportPlan, ImportTarget, PlanContext, PlannedRow, RegisteredClient } from './plan-types.ts'; // prettier-ignore
import { IMPORTED_KEYS, type ImportedKey, type ImportedPerson, type ImportLine, type ReadRow, readRow } from './read-row.ts'; // prettier-ignore

const EXPECTED_IN_FILE = ['ACTIVE', 'ADMITTED'];

/**
 * What an import will do, row by row; nothing is decided here that a person may decide. The same lines, register and day
 * give the same plan. Source: domain reference 13.1.
 */
export function planImport(lines: readonly ImportLine[], context: PlanContext): ImportPlan {
  const read = markBrokenLines(
    lines,
    lines.map((line) => readRow(line, context)),
    context.fields.length,
  );
  const planner = new Planner(read, context);
  const rows = read.map((row) => planner.plan(row));
  return { rows, missing: planner.missing(rows) };
}

/** A line break in a text without quotes cuts a row in two: neither half is a person. */
function markBrokenLines(lines: readonly ImportLine[], rows: readonly ReadRow[], columns: number): ReadRow[] {
  const cells = (index: number): number => lines[index]?.cells.length ?? columns;
  const isSecondHalf = (index: number): boolean =>
    cells(index) < columns && cells(index - 1) < columns && cells(index - 1) + cells(index) - 1 === columns
    && (rows[index]?.errors.length ?? 0) > 0; // prettier-ignore
  const broken: ImportError = { field: null, code: 'BROKEN_LINE', value: null };
  return rows.map((row, index) =>
    (index > 0 && isSecondHalf(index)) || isSecondHalf(index + 1) ? { ...row, errors: [broken, ...row.errors] } : row,
  );
}

type Index<Value> = ReadonlyMap<string, Value>;

class Planner {
  private readonly byId: Index<RegisteredClient>;
  private readonly byBsn: Index<RegisteredClient>;
  private readonly byHisNumber: Index<RegisteredClient>;
  private readonly byPerson: Index<readonly RegisteredClient[]>;
  /** Clients some row of the file names by number. */
  private readonly named = new Set<string>();
  private readonly firstLineOf = new Map<string, number>();
  private readonly firstPersonAt = new Map<string, number>();

  constructor(
    rows: readonly ReadRow[],
    private readonly context: PlanContext,
  ) {
    const { register } = context;
    this.byId = new Map(register.map((client) => [client.id, client]));
    this.byBsn = new Map(register.flatMap((client) => (client.bsnKey === null ? [] : [[client.bsnKey, client]])));
    this.byHisNumber = new Map(
      register.flatMap((client) => (client.person.hisNumber === null ? [] : [[client.person.hisNumber, client]])),
    );
    this.byPerson = grouped(register, ({ duplicateKey, person }) => `${duplicateKey}|${person.birthDate}`);
    for (const row of rows) this.note(row);
  }

  private note({ lineNumber, person }: ReadRow): void {
    for (const key of this.identities(person)) if (!this.firstLineOf.has(key)) this.firstLineOf.set(key, lineNumber);
    const who = personKey(person);
    if (who !== null && !this.firstPersonAt.has(who)) this.firstPersonAt.set(who, lineNumber);
    for (const client of this.matches(person)) this.named.add(client.id);
  }

  plan(row: ReadRow): PlannedRow {
    const target = this.target(row.person, row.lineNumber);
    const errors = [...row.errors, ...this.conflict(row.person)];
    if (errors.length > 0) {
      const without = isDispensable(errors) ? { ...target, person: row.person } : null;
      const nothing = { status: 'ERROR', clientId: null, changes: [], duplicate: null } as const;
      return {
        ...row,
        ...nothing,
        errors,
        without: without?.status === 'DUPLICATE' && without.duplicate?.of === 'ROW' ? null : without,
      };
    }
    const notices = [...row.notices, ...this.notices(target)];
    return { ...row, ...target, errors, notices, without: this.withoutRepeated(row, target) };
  }

  /** BSN and HIS number that lead to two clients: whose row is it? */
  private conflict(person: ImportedPerson): ImportError[] {
    if (this.matches(person).length < 2) return [];
    return [{ field: 'HIS_NUMBER', code: 'NUMBERS_OF_TWO_CLIENTS', value: person.hisNumber ?? null }];
  }

  private matches(person: ImportedPerson): RegisteredClient[] {
    const byBsn = person.bsn === undefined ? undefined : this.byBsn.get(this.context.bsnKeyOf(person.bsn));
    const byHisNumber = person.hisNumber === undefined ? undefined : this.byHisNumber.get(person.hisNumber);
    return [...new Set([byBsn, byHisNumber])].filter((client) => client !== undefined);
  }

  private target(person: ImportedPerson, lineNumber: number): ImportTarget {
    const repeated = this.repeated(person, lineNumber);
    if (repeated) return { status: 'DUPLICATE', clientId: null, changes: [], duplicate: repeated };
    const [client] = this.matches(person);
    if (client) {
      const changes = client.restricted ? [] : clientChanges(client, person, this.context.bsnKeyOf);
      return { status: changes.length > 0 ? 'UPDATE' : 'UNCHANGED', clientId: client.id, changes, duplicate: null };
    }
    const candidates = this.candidates(person);
    if (candidates.length === 0) return { status: 'CREATE', clientId: null, changes: [], duplicate: null };
    return { status: 'DUPLICATE', clientId: null, changes: [], duplicate: { of: 'REGISTER', candidates } };
  }

  /** The keys of the row that an earlier row has too. */
  private repeated(person: ImportedPerson, lineNumber: number): (ImportDuplicate & { of: 'ROW' }) | null {
    const earlier = this.identities(person)
      .map((identity) => ({ identity, line: this.firstLineOf.get(identity) ?? lineNumber }))
      .filter(({ line }) => line < lineNumber);
    if (earlier.length === 0) return null;
    const keys = earlier.map(({ identity }) => identity.split('|', 1)[0] as ImportedKey);
    return { of: 'ROW', lineNumber: Math.min(...earlier.map(({ line }) => line)), keys };
  }

  /** Everything by which a later row can turn out to be a second one: its numbers and whom they lead to, or all its cells. */
  private identities(person: ImportedPerson): string[] {
    const numbers = (['bsn', 'hisNumber'] as const).flatMap((key) =>
      person[key] === undefined ? [] : [`${key}|${person[key]}`],
    );
    const clients = this.matches(person).map(({ id }) => `family|${id}`);
    if (numbers.length > 0 || personKey(person) === null) return [...numbers, ...clients];
    return [`family|${IMPORTED_KEYS.map((key) => person[key] ?? '').join('|')}`];
  }

  /** A repeated number may be a slip of the pen: another person can be taken without it. The same person cannot. */
  private withoutRepeated({ person, lineNumber }: ReadRow, { duplicate }: ImportTarget): PlannedRow['without'] {
    if (duplicate?.of !== 'ROW' || duplicate.keys.includes('family')) return null;
    const samePerson = (this.firstPersonAt.get(personKey(person) ?? '') ?? lineNumber) < lineNumber;
    if (samePerson) return null;
    const kept = Object.fromEntries(
      Object.entries(person).filter(([key]) => !duplicate.keys.includes(key as ImportedKey)),
    ) as ImportedPerson;
    return { ...this.target(kept, lineNumber), person: kept };
  }

  private candidates(person: ImportedPerson): ImportCandidate[] {
    const found = this.byPerson.get(personKey(person) ?? '') ?? [];
    return found.map((client) => ({
      id: client.id,
      changes: clientChanges(client, person, this.context.bsnKeyOf),
      isTaken: client.restricted || this.named.has(client.id),
    }));
  }

  private notices({ clientId, changes }: ImportTarget): ImportNotice[] {
    const client = clientId === null ? undefined : this.byId.get(clientId);
    if (!client) return [];
    const changed = (key: ImportedKey): boolean => changes.some((change) => change.key === key && change.from !== null);
    return [
      ...(EXPECTED_IN_FILE.includes(client.status) ? [] : (['NOT_ACTIVE'] as const)),
      ...(client.restricted ? (['RESTRICTED'] as const) : []),
      ...(changed('bsn') ? (['BSN_CHANGES'] as const) : []),
      ...(changed('family') && changed('birthDate') ? (['PERSON_CHANGES'] as const) : []),
    ];
  }

  /** Whoever a row may be about is not missing, whether or not that row will be taken. */
  missing(rows: readonly PlannedRow[]): string[] {
    const seen = new Set(this.named);
    for (const { person } of rows) {
      const isNamed = this.matches(person).length > 0;
      const alike = isNamed ? [] : (this.byPerson.get(personKey(person) ?? '') ?? []);
      for (const { id } of alike) seen.add(id);
    }
    return this.context.register
      .filter(({ id, status, restricted }) => EXPECTED_IN_FILE.includes(status) && !restricted && !seen.has(id))
      .map(({ id }) => id);
  }
}

/** Birth date and family name in the form duplicates are looked for; null when either is not known. */
function personKey({ family, birthDate }: ImportedPerson): string | null {
  return family === undefined || birthDate === undefined ? null : `${normaliseForSearch(family)}|${birthDate}`;
}

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
