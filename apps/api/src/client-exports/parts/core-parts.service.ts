import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ConsentCategory, OrganisationKind } from '@samenoud/domain';
import { AccessLogs } from '../../access-logs/access-logs.service.ts';
import { Clients } from '../../clients/clients.service.ts';
import { ClientAccess, type ClientView } from '../../platform/access/client-access.ts';
import { type ExportedRow, type ExportPart, ExportParts } from '../../platform/exports/export-parts.ts';
import { readsOf, tablePart } from '../../platform/exports/table-part.ts';
import { query } from '../../platform/request/request-context.ts';

const ANSWERS = [
  { resource: 'WELLBEING_ANSWERS', category: 2 },
  { resource: 'HEALTH_ANSWERS', category: 3 },
] as const;
const LOG_PAGE = 200;

/** What the slices of the yearly round and the register keep of a client. A later slice registers its own part. */
@Injectable()
export class CoreParts implements OnModuleInit {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
    private readonly clients: Clients,
    private readonly logs: AccessLogs,
  ) {}

  onModuleInit(): void {
    for (const part of [...this.register(), ...this.forms(), ...this.rights(), this.approvals(), this.accessLog()])
      this.parts.register(part);
  }

  private register(): ExportPart[] {
    const { access } = this;
    return [
      tablePart(access, {
        name: 'client',
        table: 'client',
        of: 't.id = $1',
        omit: ['bsn_bidx'],
        reads: readsOf('IDENTITY', 1),
        map: ({ bsnCipher, ...row }, view) => ({ ...row, bsn: this.clients.openedIn(view, bsnCipher) }),
      }),
      tablePart(access, { name: 'contactPersons', table: 'contact_person', reads: readsOf('IDENTITY', 1) }),
      tablePart(access, {
        name: 'dataChanges',
        table: 'data_change',
        reads: readsOf('IDENTITY', 1),
        map: (row, view) => ({ ...row, before: this.withBsn(row['before'], view), after: this.withBsn(row['after'], view) }), // prettier-ignore
      }),
      tablePart(access, { name: 'teamMembers', table: 'team_member', reads: readsOf('TEAM', null) }),
      tablePart(access, { name: 'consents', table: 'consent', reads: readsOf('CONSENT', null) }),
      tablePart(access, {
        name: 'accessBases',
        table: 'access_basis',
        key: `concat_ws('|', t.category, t.from_org_id, t.to_org_id, t.rule_id, t.validity)`,
        reads: readsOf('ACCESS_EXPLANATION', null),
      }),
      tablePart(access, {
        name: 'importRows',
        table: 'client_import_row',
        of: '$1 IN (t.client_id, t.target_id, t.without_client_id)',
        key: `concat_ws('|', t.import_id, lpad(t.ordinal::text, 9, '0'))`,
        omit: ['sealed'],
        reads: readsOf('IDENTITY', null),
      }),
    ];
  }

  private forms(): ExportPart[] {
    const { access } = this;
    const perCategory = (id: string): string => `concat_ws('|', t.${id}, t.category)`;
    return [
      tablePart(access, { name: 'responses', table: 'response', reads: readsOf('HEALTH_ANSWERS', 1) }),
      tablePart(access, {
        name: 'answerSheets',
        table: 'answer_sheet',
        key: perCategory('response_id'),
        reads: ANSWERS,
      }),
      tablePart(access, { name: 'responseRemarks', table: 'response_remark', key: 't.response_id::text', reads: readsOf('HEALTH_ANSWERS', 3) }), // prettier-ignore
      tablePart(access, { name: 'assessments', table: 'assessment', key: 't.response_id::text', reads: readsOf('RISK_PROFILE', 3) }), // prettier-ignore
      tablePart(access, { name: 'profileAssignments', table: 'profile_assignment', reads: readsOf('RISK_PROFILE', 3) }),
      tablePart(access, {
        name: 'clientProfile',
        table: 'client_profile',
        key: 't.client_id::text',
        reads: readsOf('RISK_PROFILE', 3),
        map: (row, view) => withSharedHalves(row, view),
      }),
      tablePart(access, { name: 'invitations', table: 'screening_invitation', reads: readsOf('SCREENING', 1) }),
      tablePart(access, { name: 'invitationSteps', table: 'screening_step', reads: readsOf('SCREENING', 1) }),
      tablePart(access, { name: 'secondEntries', table: 'second_entry', reads: readsOf('HEALTH_ANSWERS', 3) }),
      tablePart(access, { name: 'secondEntrySheets', table: 'second_entry_sheet', key: perCategory('second_entry_id'), reads: ANSWERS }), // prettier-ignore
      tablePart(access, { name: 'gapExplanations', table: 'gap_explanation', reads: readsOf('CASE_MANAGER', 4) }),
    ];
  }

  private rights(): ExportPart[] {
    const { access } = this;
    return [
      tablePart(access, {
        name: 'statements',
        table: 'client_statement',
        reads: [...readsOf('IDENTITY', 1), ...readsOf('HEALTH_ANSWERS', 3)],
      }),
      tablePart(access, { name: 'handovers', table: 'handover', reads: readsOf('CASE_MANAGER', 1) }),
      tablePart(access, { name: 'handoverSummaries', table: 'handover_summary', reads: readsOf('CASE_MANAGER', 4) }),
      tablePart(access, { name: 'watches', table: 'client_watch', reads: readsOf('IDENTITY', 1) }),
      tablePart(access, {
        name: 'merges',
        table: 'merge',
        of: '$1 IN (t.survivor_id, t.merged_id)',
        reads: readsOf('IDENTITY', null),
      }),
      tablePart(access, {
        name: 'destructionRequests',
        table: 'destruction_request',
        reads: readsOf('IDENTITY', null),
      }),
      tablePart(access, {
        name: 'emergencyAccesses',
        table: 'emergency_access',
        omit: ['session_id'],
        reads: readsOf('BREAK_GLASS', null),
      }),
      tablePart(access, {
        name: 'emergencyVerdicts',
        table: 'emergency_verdict',
        of: `EXISTS (SELECT FROM care.emergency_access e WHERE e.practice_id = t.practice_id AND e.id = t.emergency_access_id AND e.client_id = $1)`,
        reads: readsOf('BREAK_GLASS', null),
      }),
      tablePart(access, { name: 'emergencyNotes', table: 'emergency_note', reads: readsOf('CONTACTS', 4) }),
      tablePart(access, { name: 'restrictions', table: 'client_restriction', reads: readsOf('IDENTITY', 1) }),
      tablePart(access, { name: 'retentionExtensions', table: 'retention_extension', reads: readsOf('IDENTITY', 1) }),
      tablePart(access, { name: 'exports', table: 'client_export', reads: readsOf('IDENTITY', 1) }),
    ];
  }

  /** What waits or waited for a second person, where it was about this client. */
  private approvals(): ExportPart {
    const part = tablePart(this.access, {
      name: 'approvals',
      table: 'approval',
      of: `EXISTS (SELECT FROM care.approval_client a WHERE a.practice_id = t.practice_id AND a.approval_id = t.id AND a.client_id = $1)`,
      reads: readsOf('IDENTITY', null),
    });
    return { ...part, tables: ['care.approval', 'care.approval_client'] };
  }

  /** Who looked or changed, oldest last; for who may read the log of a client. */
  private accessLog(): ExportPart {
    return {
      name: 'accessLog',
      tables: ['audit.event'],
      reads: readsOf('ACCESS_LOG_CLIENT', null),
      read: async (clientId, after) => {
        const view = await this.access.look(clientId);
        if (!view.decide('ACCESS_LOG_CLIENT', 'READ').allow) return { rows: [], after: null };
        const page = { limit: LOG_PAGE, ...(after === null ? {} : { cursor: Number(after) }) };
        const { items, nextCursor } = await this.logs.ofClient(clientId, page);
        return { rows: items.map((item) => ({ ...item })), after: nextCursor };
      },
    };
  }

  /** In what was changed the number stands sealed. */
  private withBsn(kept: unknown, view: Parameters<Clients['openedIn']>[0]): unknown {
    if (typeof kept !== 'object' || kept === null || !('bsn_cipher' in kept)) return kept;
    const { bsn_cipher: sealed, ...others } = kept;
    return { ...others, bsn: this.clients.openedIn(view, sealed) };
  }
}

/** The profile for lists without a half that its writer's organisation does not share. */
function withSharedHalves(row: ExportedRow, view: ClientView): ExportedRow {
  const hidden = (['assigned', 'proposed'] as const).filter((half) => {
    const ownerOrgId = row[`${half}OwnerId`];
    return typeof ownerOrgId === 'string' && !view.mayRead('RISK_PROFILE', { ownerOrgId, category: 3 });
  });
  const closed = hidden.flatMap((half) => HALF_OF_PROFILE[half]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => !closed.includes(name)));
}

const HALF_OF_PROFILE: Readonly<Record<'assigned' | 'proposed', readonly string[]>> = {
  assigned: ['assignedProfile', 'assignedOn', 'assignedBy', 'assignedOwnerId'],
  proposed: [
    'proposedProfile', 'proposedOn', 'possibleProfiles', 'proposedOwnerId', 'responseId', 'gfiLower', 'gfiUpper', 'imesaLower',
    'imesaUpper',
  ],
}; // prettier-ignore

/** Names that rows refer to by id. */
export interface ExportedColleague {
  readonly userId: string;
  readonly displayName: string;
  readonly role: string;
  readonly organisationId: string;
  readonly bigNumber: string | null;
}
export interface ExportedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly phone: string | null;
}

export const readColleagues = (): Promise<ExportedColleague[]> =>
  query<ExportedColleague>(
    `SELECT id AS "userId", display_name AS "displayName", role, organisation_id AS "organisationId", big_number AS "bigNumber"
     FROM care.membership WHERE practice_id = ctx.practice_id() ORDER BY id`,
  );

export const readOrganisations = (): Promise<ExportedOrganisation[]> =>
  query<ExportedOrganisation>(
    `SELECT id, name, kind, phone FROM care.organisation WHERE practice_id = ctx.practice_id() ORDER BY id`,
  );

/** Every category that can be shared, for what an export rests on. */
export const SHARED_CATEGORIES: readonly ConsentCategory[] = [1, 2, 3, 4, 5, 6];
