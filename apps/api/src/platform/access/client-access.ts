import { Injectable } from '@nestjs/common';
import {
  type AccessAction,
  type AccessDecision,
  type ConsentCategory,
  type ConsentRule,
  decide,
  type Resource,
} from '@samenoud/domain';
import { DomainError } from '../http/problem.ts';
import { isUuid } from '../http/uuid.ts';
import { query, requestContext } from '../request/request-context.ts';

interface Relation {
  readonly found: boolean;
  readonly inTeam: boolean;
  readonly isCaseManager: boolean;
  readonly restricted: boolean;
  readonly ownerOrgId: string | null;
  readonly practiceOrgId: string;
  readonly bases: readonly [category: number, fromOrgId: string, ruleId: string][] | null;
}

/** What the object of an act is called in the log. */
export interface LoggedObject {
  readonly type: string;
  readonly id?: string;
}

export interface Owned {
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
  readonly madeBy?: string | null;
}

export const RELATION = `SELECT care.client_exists($1) AS found,
  c.owner_org_id AS "ownerOrgId", care.client_restricted($1) AS restricted,
  coalesce(c.case_manager_id = ctx.user_id(), false) AS "isCaseManager",
  (SELECT o.id FROM care.organisation o WHERE o.practice_id = ctx.practice_id() AND o.kind = 'PRACTICE') AS "practiceOrgId",
  EXISTS (SELECT FROM care.team_member m WHERE m.practice_id = ctx.practice_id() AND m.client_id = $1
    AND m.user_id = ctx.user_id() AND m.active @> now()) AS "inTeam",
  (SELECT jsonb_agg(DISTINCT jsonb_build_array(b.category, b.from_org_id, b.rule_id)) FROM care.access_basis b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = $1 AND b.to_org_id = ctx.org_id() AND b.validity @> now()) AS bases
  FROM (SELECT) AS one LEFT JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = $1`;

/** How the person at hand stands to one client, and what she therefore may see of the record. */
export class ClientView {
  constructor(
    readonly clientId: string,
    private readonly relation: Relation,
  ) {}

  /** Decides one act on one row of this client; nothing is thrown or logged. */
  decide(resource: Resource, action: AccessAction, row?: Owned): AccessDecision {
    const { user } = requestContext();
    const { found, inTeam, isCaseManager, restricted, bases } = this.relation;
    return decide({
      role: user.role,
      userOrgId: user.organisationId,
      resource,
      action,
      relation: {
        tenant: found,
        inTeam,
        isCaseManager,
        ownCaseload: isCaseManager,
        isMaker: row?.madeBy === user.userId,
        own: user.form?.clientId === this.clientId,
      },
      ownerOrgId: row?.ownerOrgId ?? user.organisationId,
      ...(row ? { category: row.category } : {}),
      basis: (category, from) => bases?.some((basis) => basis[0] === category && basis[1] === from) ?? false,
      restricted,
    });
  }

  /** Whether a row may be read here: for filtering answers row by row. */
  mayRead(resource: Resource, row: Owned): boolean {
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
    if (!decision.allow) throw new DomainError(decision.code);
    this.log(view, decision, action, object ?? { type: resource }, owned);
    return view;
  }

  /** The relation to one client, for services that decide row by row; notes nothing. */
  async look(clientId: string): Promise<ClientView> {
    if (!isUuid(clientId)) throw new DomainError('NOT_FOUND');
    const [relation] = await query<Relation>(RELATION, [clientId]);
    if (!relation?.found) throw new DomainError('NOT_FOUND');
    requestContext().clientId = clientId;
    return new ClientView(clientId, relation);
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
