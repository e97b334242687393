import { Injectable } from '@nestjs/common';
import {
  type AccessAction,
  type AccessDecision,
  type ConsentCategory,
  type ConsentRule,
  decide,
  type Resource,
} from '@samenoud/domain';
import { accessQuestion, type Owned, type Relation, relationColumns } from './access-question.ts';
import { DomainError } from '../http/problem.ts';
import { type GlassOfClient, glassOf } from './broken-glass.ts';
import { isUuid } from '../http/uuid.ts';
import { query, queryOne, requestContext } from '../request/request-context.ts';
import { caseManagerSql } from './case-manager-sql.ts';

/** What the object of an act is called in the log. */
export interface LoggedObject {
  readonly type: string;
  readonly id?: string;
}

/** A row that an answer shows, and by which decision. */
export interface ShownRow {
  readonly decision: AccessDecision;
  readonly row: Owned;
}

export const RELATION = `SELECT c.owner_org_id AS "ownerOrgId",
  coalesce(${caseManagerSql('c')} = ctx.user_id(), false) AS "isCaseManager",
  coalesce((SELECT m.organisation_id = ctx.org_id() FROM care.membership m
    WHERE m.practice_id = ctx.practice_id() AND m.id = ${caseManagerSql('c')}), false) AS "ownCaseload",
  ${relationColumns('ctx.user_id()', 'ctx.org_id()')}
  FROM (SELECT) AS one LEFT JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = $1`;

/** How the person at hand stands to one client, and what she therefore may see of the record. */
export class ClientView {
  constructor(
    readonly clientId: string,
    private readonly relation: Relation,
    private readonly glass?: GlassOfClient,
  ) {}

  /** Decides one act on one row of this client; nothing is thrown or logged. */
  decide(resource: Resource, action: AccessAction, row?: Owned): AccessDecision {
    const { user, narrowToTeam } = requestContext();
    const asker = { ...user, formOfClient: user.form?.clientId === this.clientId, narrowToTeam };
    const question = accessQuestion(asker, this.relation, resource, action, row);
    return decide(this.glass ? { ...question, brokenGlass: this.glass } : question);
  }

  /** Whether a row may be read here: for filtering answers row by row. */
  mayRead(resource: Resource, row?: Owned): boolean {
    return this.decide(resource, 'READ', row).allow;
  }

  /** What the log keeps of consent: the rule in force for this row, or why none was needed. */
  consentRuleFor(consentRule: ConsentRule, row: Owned | undefined): string {
    const basis = this.relation.bases?.find(
      ([category, from]) => category === row?.category && from === row.ownerOrgId,
    );
    return consentRule === 'BASIS' && basis ? basis[2] : consentRule;
  }

  /** Organisation that owns what the practice itself keeps of this client. */
  get practiceOrgId(): string {
    return this.relation.practiceOrgId;
  }

  get ownerOrgId(): string {
    return this.relation.ownerOrgId ?? this.relation.practiceOrgId;
  }

  get related(): Relation {
    return this.relation;
  }
}

/** How the person at hand stands to a client, for who already knows that the id is one; undefined where there is no such record. */
export async function viewOf(clientId: string): Promise<ClientView | undefined> {
  const [relation] = await query<Relation>(RELATION, [clientId]);
  return relation?.found === true ? new ClientView(clientId, relation, await glassOf(clientId)) : undefined;
}

/** The application's line of defence: relation and consent, decided per act inside the transaction, and logged. */
@Injectable()
export class ClientAccess {
  /**
   * Opens a client's record for one act and notes it in the access log.
   * Without `row` the act is on what the client's own practice keeps.
   * @throws DomainError NOT_FOUND without relation, NO_BASIS, RESTRICTED or ROLE by the matrix.
   */
  async open(
    clientId: string,
    resource: Resource,
    action: AccessAction,
    object?: LoggedObject,
    row?: Owned,
  ): Promise<ClientView> {
    const view = await this.look(clientId);
    const owned = row ?? (action === 'CREATE' ? undefined : this.practiceRow(view, resource));
    const decision = view.decide(resource, action, owned);
    if (decision.allow && decision.grant.limit === 'NOTE_ONLY') throw new DomainError('NOT_FOUND');
    return this.opened(view, decision, action, object ?? { type: resource }, owned);
  }

  /** Opens a record to leave a note, which is all that an emergency access lets somebody write. @throws as {@link open}. */
  async openForNote(clientId: string, object: LoggedObject): Promise<ClientView> {
    const view = await this.look(clientId);
    return this.opened(view, view.decide('CONTACTS', 'CREATE'), 'CREATE', object);
  }

  private opened(
    view: ClientView,
    decision: AccessDecision,
    action: AccessAction,
    object: LoggedObject,
    owned?: Owned,
  ): ClientView {
    if (!decision.allow) throw new DomainError(decision.code);
    this.log(view, decision, action, object, owned);
    return view;
  }

  /**
   * Opens a record for a list of `rows`: by the first of them that may be read, as what another organisation does not share
   * closes that part and nothing else; by what the practice keeps where there is none.
   * @throws DomainError as {@link open}.
   */
  async openList(
    clientId: string,
    resource: Resource,
    object: LoggedObject,
    rows: readonly Owned[],
  ): Promise<ClientView> {
    const view = await this.look(clientId);
    const seen = rows.find((row) => view.mayRead(resource, row));
    return this.open(clientId, resource, 'READ', object, seen);
  }

  /** Notes what an answer shows beside what was opened for it: once per category, rule and basis, however many rows. */
  logShown(view: ClientView, object: LoggedObject, shown: readonly ShownRow[]): void {
    for (const { decision, row } of shown) {
      const isNoted = requestContext().log.some(
        ({ clientId, objectType, category, rule, basis }) =>
          decision.allow &&
          clientId === view.clientId &&
          objectType === object.type &&
          category === row.category &&
          rule === decision.rule &&
          basis === view.consentRuleFor(decision.consentRule, row),
      );
      if (!isNoted) this.log(view, decision, 'READ', object, row);
    }
  }

  /** The relation to one client, for services that decide row by row; notes nothing. */
  async look(clientId: string): Promise<ClientView> {
    if (!isUuid(clientId)) throw new DomainError('NOT_FOUND');
    const view = await viewOf(clientId);
    if (view === undefined) throw await this.goneOrMerged(clientId);
    requestContext().clientId = clientId;
    return view;
  }

  /** A record that was merged away does not exist, but for who may open the one that goes on: she is told its id. */
  private async goneOrMerged(clientId: string): Promise<DomainError> {
    const { id } = await queryOne<{ id: string | null }>('SELECT care.merged_into($1) AS id', [clientId]);
    if (id === null) return new DomainError('NOT_FOUND');
    const view = await this.look(id).catch(() => undefined);
    const row = { ownerOrgId: view?.practiceOrgId ?? '', category: 1 } as const;
    const isRelated = view?.mayRead('IDENTITY', row) ?? false;
    return isRelated ? new DomainError('MERGED', { extra: { clientId: id } }) : new DomainError('NOT_FOUND');
  }

  private practiceRow(view: ClientView, resource: Resource): Owned | undefined {
    const category = CATEGORY_OF_PRACTICE_ROW[resource];
    return category === undefined ? undefined : { ownerOrgId: view.practiceOrgId, category };
  }

  private log(
    view: ClientView,
    decision: AccessDecision,
    action: AccessAction,
    object: LoggedObject,
    owned?: Owned,
  ): void {
    if (!decision.allow) return;
    requestContext().log.push({
      type: `${action}_${object.type}`,
      action: LOG_ACTION[action],
      objectType: object.type,
      objectId: object.id ?? view.clientId,
      clientId: view.clientId,
      rule: decision.rule,
      relation: decision.relationRule,
      basis: view.consentRuleFor(decision.consentRule, owned),
      ...(owned ? { category: owned.category } : {}),
    });
  }
}

const LOG_ACTION = { READ: 'R', CREATE: 'C', UPDATE: 'U', FINALISE: 'U', VOID: 'U', EXPORT: 'E' } as const;

/** What the practice itself wrote, where an act is on the record as a whole. */
const CATEGORY_OF_PRACTICE_ROW: Partial<Record<Resource, ConsentCategory>> = { IDENTITY: 1, BSN: 1, RISK_PROFILE: 3 };
