import { Injectable } from '@nestjs/common';
import type { InvitationState } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { CloseAsking, InvitationDetails, OpenForms } from './invitation.dto.ts';
import { askedRow, invitationDetails, shownRow } from './invitations.service.ts';
import { InvitationSteps } from './invitation-steps.service.ts';
import { invitedClient, SELECT_SHOWN, type ShownRow } from './invitation-view.ts';
import { openForStep } from './open-for-step.ts';
import { getRoundRow } from './round-row.ts';

interface OpenRow extends ShownRow {
  readonly response: {
    readonly id: string;
    readonly version: number;
    readonly completedOn: string | null;
    readonly missingPages: number[];
  };
  /** None where it is not shared with the person at hand. */
  readonly assessment: {
    readonly proposedProfile: string;
    readonly possibleProfiles: string[];
    readonly deciding: string[];
    readonly emptyForm: boolean;
  } | null;
}

/** The forms of which a question that decides is still open: what to ask by phone, in which order, and of whom. */
@Injectable()
export class OpenQuestions {
  constructor(
    private readonly access: ClientAccess,
    private readonly steps: InvitationSteps,
  ) {}

  async listOf(roundId: string, page: PageQuery): Promise<OpenForms> {
    await getRoundRow(roundId);
    const shown = pageOf(await openRows(roundId), page);
    requestContext().log.push({
      type: 'READ_OPEN_QUESTIONS',
      action: 'R',
      objectType: 'SCREENING_ROUND',
      objectId: roundId,
      query: { roundId, ids: shown.items.map(({ clientId }) => clientId) },
      category: 3,
    });
    return { ...shown, items: shown.items.map(openForm) };
  }

  /** Nobody knows the answers ("niet te achterhalen"): the proposal stays as it is. An empty form counts as not returned. */
  async close(id: string, { reason }: CloseAsking): Promise<InvitationDetails> {
    const row = await askedRow(this.access, id);
    await openForStep(this.access, row);
    const to: InvitationState = (await isEmptyForm(row.responseId)) ? 'NOT_RETURNED' : 'SCORED';
    const changed = await changeRows(
      `UPDATE care.screening_invitation SET version = version + 1, state = $2, asking_closed_at = ctx.now(),
         asking_closed_by = ctx.user_id(), changed_at = ctx.now()
       WHERE practice_id = ctx.practice_id() AND id = $1 AND state = 'RECEIVED_INCOMPLETE'`,
      [id, to],
    );
    if (changed === 0) throw new DomainError('WRONG_STATE', { extra: { current: await invitationDetails(row) } });
    const { clientId, state: from } = row;
    await this.steps.record([
      { invitationId: id, clientId, from, to, step: 'ASKING_CLOSED', reason: reason?.trim() || null },
    ]);
    return invitationDetails(await shownRow(id));
  }
}

function openRows(roundId: string): Promise<OpenRow[]> {
  const columns = `jsonb_build_object('id', f.id, 'version', f.version, 'completedOn', f.completed_on, 'missingPages', f.missing_pages)
      AS response,
    CASE WHEN s.response_id IS NOT NULL THEN jsonb_build_object('proposedProfile', s.proposed_profile, 'emptyForm', s.empty_form,
      'possibleProfiles', s.result -> 'possibleProfiles', 'deciding', s.result -> 'deciding') END AS assessment`;
  const joins = `JOIN care.response f ON f.practice_id = i.practice_id AND f.id = i.response_id
    LEFT JOIN care.assessment s ON s.practice_id = i.practice_id AND s.response_id = i.response_id AND ${sharedSql('s', 'i.client_id', 3)}`;
  return query<OpenRow>(
    `${withMore(SELECT_SHOWN, columns, joins)} AND i.round_id = $1 AND i.state = 'RECEIVED_INCOMPLETE' AND c.status = 'ACTIVE'
       AND ${relatedSql('c', 'SCREENING')} AND ${sharedSql('i', 'i.client_id', 1)}
     ORDER BY f.completed_on, c.sort_name, i.id`,
    [roundId],
  );
}

/** A select with more columns and joins. */
function withMore(select: string, columns: string, joins: string): string {
  return select.replace('SELECT ', `SELECT ${columns}, `).replace(' WHERE ', ` ${joins} WHERE `);
}

function openForm(row: OpenRow): OpenForms['items'][number] {
  const { id, version, phonedOn, response, assessment } = row;
  const { id: responseId, version: responseVersion, completedOn, missingPages } = response;
  return {
    id,
    version,
    client: invitedClient(row),
    responseId,
    responseVersion,
    completedOn,
    missingPages,
    phonedOn,
    emptyForm: assessment?.emptyForm ?? false,
    proposedProfile: assessment?.proposedProfile ?? null,
    possibleProfiles: assessment?.possibleProfiles ?? [],
    deciding: assessment?.deciding ?? [],
    ...(assessment ? {} : { hidden: [{ pointer: '/deciding', code: 'NO_BASIS' }] }),
  };
}

async function isEmptyForm(responseId: string | null): Promise<boolean> {
  const [form] = await query<{ emptyForm: boolean }>(
    `SELECT empty_form AS "emptyForm" FROM care.assessment WHERE practice_id = ctx.practice_id() AND response_id = $1`,
    [responseId],
  );
  return form?.emptyForm ?? false;
}
