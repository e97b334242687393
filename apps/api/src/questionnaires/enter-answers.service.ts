import { Injectable } from '@nestjs/common';
import { addWorkingDays, assess } from '@samenoud/domain';
import { Instruments } from '../instruments/instruments.service.ts';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { checkedAnswers } from '../platform/http/checked-answers.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { changeRows, requestContext } from '../platform/request/request-context.ts';
import { InvitationFollower } from '../screening-rounds/invitation-follower.service.ts';
import { dayFaults, refuseIncompleteHead } from './form-checks.ts';
import { FormStore, scoredForm } from './form-store.ts';
import type { CompleteResponse, ResponseView, UpdateResponse } from './response.dto.ts';
import { answersOf, getResponseRow, type ResponseRow } from './response-row.ts';
import { refuseHiddenAnswers, responseView } from './response-view.ts';
import { refuseTakenOver, refuseWithoutTakeOver } from './take-over.ts';

type HeadChange = Partial<
  Pick<ResponseRow, 'completedOn' | 'completedBy' | 'completedWithHelpOf' | 'missingPages' | 'channel'>
>;

/** Work on a form that is in progress: answers one by one, then completing it. */
@Injectable()
export class EnterAnswers {
  constructor(
    private readonly access: ClientAccess,
    private readonly instruments: Instruments,
    private readonly forms: FormStore,
    private readonly invitations: InvitationFollower,
  ) {}

  /** Merges answers; refused as stale when somebody else changed the form since. */
  async update(id: string, ifMatch: string | undefined, body: UpdateResponse): Promise<ResponseView> {
    const answers = checkedAnswers(body.answers);
    const version = expectedVersion(ifMatch);
    const row = await getResponseRow(id);
    const opened = await this.open(row, 'UPDATE');
    if (body.answers !== undefined) refuseHiddenAnswers(row, opened, 'UPDATE');
    const { birthDate } = await this.forms.settings(row.clientId);
    const { today } = requestContext();
    const faults = dayFaults(body.completedOn ?? null, birthDate ?? today, today, true);
    if (faults.length > 0) throw invalidInput(...faults);
    if (row.status !== 'IN_PROGRESS')
      throw new DomainError('WRONG_STATE', { extra: { current: responseView(row, opened) } });
    refuseTakenOver(row);
    refuseWithoutTakeOver(row, body.channel);
    await this.changeHead(row, version, headChange(body), opened);
    if (body.answers !== undefined) await this.forms.mergeAnswers(id, answers);
    return responseView(await getResponseRow(id), opened);
  }

  /** Completes the form: from here on it never changes, and its assessment stands. */
  async complete(id: string, ifMatch: string | undefined, body: CompleteResponse): Promise<ResponseView> {
    const row = await getResponseRow(id);
    const version = ifMatch === undefined ? row.version : expectedVersion(ifMatch);
    const opened = await this.open(row, 'FINALISE');
    refuseHiddenAnswers(row, opened, 'FINALISE');
    const head = { ...row, ...headChange(body) };
    const answers = answersOf(row);
    const { birthDate, cutOffs } = await this.forms.settings(row.clientId);
    const { today } = requestContext();
    if (row.status === 'IN_PROGRESS')
      refuseIncompleteHead({ ...head, answers }, birthDate ?? today, today, body.confirmOldDate ?? false);
    else throw new DomainError('WRONG_STATE', { extra: { current: responseView(row, opened) } });
    refuseTakenOver(row);
    const packs = await this.instruments.packs({ gfi: row.gfiVersion, imesa: row.imesaVersion });
    await this.changeHead(row, version, headChange(body), opened, true);
    const scored = scoredForm(assess(packs, answers, cutOffs), answers, packs);
    await this.forms.insertAssessment(id, row.clientId, scored);
    const { clientId, channel, roundId, completedOn } = head;
    if (channel === 'ONLINE') await this.forms.remarkToRead(id, addWorkingDays(today, 1));
    const place = await this.invitations.placeOf(clientId, { roundId, completedOn });
    await this.invitations.completed({ responseId: id, clientId, place, channel, ...scored });
    return responseView(await getResponseRow(id), opened, { justCompleted: true });
  }

  private open(row: ResponseRow, action: 'UPDATE' | 'FINALISE'): Promise<ClientView> {
    const owned = { ownerOrgId: row.ownerOrgId, category: 3, madeBy: row.enteredBy } as const;
    return this.access.open(row.clientId, 'HEALTH_ANSWERS', action, { type: 'RESPONSE', id: row.id }, owned);
  }

  private async changeHead(
    row: ResponseRow,
    version: number,
    change: HeadChange,
    opened: ClientView,
    complete = false,
  ): Promise<void> {
    const head = { ...row, ...change };
    const changed = await changeRows(
      `UPDATE care.response SET version = version + 1, completed_on = $3, completed_by = $4, completed_with_help_of = $5,
           missing_pages = $6, channel = $7, status = CASE WHEN $8 THEN 'COMPLETED' ELSE status END,
           completed_at = CASE WHEN $8 THEN ctx.now() END
         WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2 AND status = 'IN_PROGRESS'`,
      [
        row.id,
        version,
        head.completedOn,
        head.completedBy,
        head.completedWithHelpOf,
        head.missingPages,
        head.channel,
        complete,
      ],
    );
    if (changed === 1) return;
    const current = await getResponseRow(row.id);
    throw new DomainError(current.status === 'IN_PROGRESS' ? 'STALE' : 'WRONG_STATE', {
      extra: { current: responseView(current, opened) },
    });
  }
}

function headChange(body: UpdateResponse | CompleteResponse): HeadChange {
  const { completedOn, completedBy, completedWithHelpOf, missingPages } = body;
  const channel = 'channel' in body ? body.channel : undefined;
  return Object.fromEntries(
    Object.entries({ completedOn, completedBy, completedWithHelpOf, missingPages, channel }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}
