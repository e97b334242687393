import { Injectable } from '@nestjs/common';
import {
  type ImportField,
  MISSING_OPTIONS,
  outcomeOfTarget,
  planImport,
  type PlannedRow,
  rowOptions,
} from '@samenoud/domain';
import { type ClientInRegister, ClientRegister } from '../clients/client-register.service.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { ImportTable, PlanRow } from './import-content.ts';

export interface BuiltPlan {
  readonly rows: readonly PlanRow[];
  readonly register: readonly ClientInRegister[];
}

/** The plan of an import against the register as it is now; the same file and register give the same plan. */
@Injectable()
export class ImportPlanner {
  constructor(private readonly register: ClientRegister) {}

  async build(table: ImportTable, fields: readonly (ImportField | null)[]): Promise<BuiltPlan> {
    const register = await this.register.readAll();
    const gps = await this.register.readGps();
    const { today } = requestContext();
    const plan = planImport(table.rows, { fields, gps, today, register, bsnKeyOf: this.register.bsnKeys() });
    const rows = plan.rows.map(planRow);
    const byId = new Map(register.map((client) => [client.id, client]));
    const missing = plan.missing.flatMap((id) => byId.get(id) ?? []);
    return { register, rows: [...rows, ...missing.map((client, index) => missingRow(client, rows.length + index))] };
  }
}

function planRow(row: PlannedRow, ordinal: number): PlanRow {
  const { lineNumber, status, clientId, person, changes, errors, notices, duplicate, without } = row;
  return {
    ordinal,
    lineNumber,
    status,
    options: rowOptions(row),
    outcome: outcomeOfTarget(row),
    withoutOutcome: without === null ? null : outcomeOfTarget(without),
    withoutClientId: without?.clientId ?? null,
    clientId,
    content: { person, changes, errors, notices, duplicate, without },
  };
}

function missingRow({ id, person }: ClientInRegister, ordinal: number): PlanRow {
  const known = Object.entries(person).filter(([key, value]) => value !== null && SHOWN_OF_MISSING.includes(key));
  const content = { changes: [], errors: [], notices: [], duplicate: null, without: null };
  return {
    ordinal,
    lineNumber: null,
    status: 'MISSING',
    options: MISSING_OPTIONS,
    outcome: 'NOTHING',
    withoutOutcome: null,
    withoutClientId: null,
    clientId: id,
    content: { ...content, person: Object.fromEntries(known) },
  };
}

const SHOWN_OF_MISSING: readonly string[] = [
  'family', 'prefix', 'initials', 'given', 'partnerFamily', 'partnerPrefix', 'nameUse', 'birthDate', 'hisNumber', 'city',
]; // prettier-ignore
