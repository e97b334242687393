import { Injectable } from '@nestjs/common';
import { assess } from '@samenoud/domain';
import { Instruments } from '../instruments/instruments.service.ts';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import { InvitationFollower } from '../screening-rounds/invitation-follower.service.ts';
import { FormStore, scoredForm } from './form-store.ts';
import type { ResponseView, VoidResponse } from './response.dto.ts';
import { VOID_CODES } from './response-codes.ts';
import { answersOf, getResponseRow, newestOf, type ResponseRow } from './response-row.ts';
import { refuseHiddenAnswers, responseView } from './response-view.ts';

/** Takes back a form that should not stand here; a form of another client moves there in the same act. */
@Injectable()
export class VoidWrongResponse {
  constructor(
    private readonly access: ClientAccess,
    private readonly instruments: Instruments,
    private readonly forms: FormStore,
    private readonly invitations: InvitationFollower,
  ) {}

  async void(id: string, body: VoidResponse): Promise<ResponseView> {
    const code = voidCode(body);
    const row = await getResponseRow(id);
    const owned = { ownerOrgId: row.ownerOrgId, category: 3, madeBy: row.enteredBy } as const;
    const opened = await this.access.open(row.clientId, 'HEALTH_ANSWERS', 'VOID', { type: 'RESPONSE', id }, owned);
    if (body.moveToClientId === row.clientId) throw invalidInput({ pointer: '/moveToClientId', code: 'INVALID_ID' });
    await this.markVoid(row, code, body.reason);
    await this.invitations.voided(id);
    const movedId = body.moveToClientId ? await this.move(row, opened, body.moveToClientId) : undefined;
    await this.forms.refreshProfile(row.clientId);
    const view = responseView(await getResponseRow(id), opened);
    return movedId ? { ...view, movedToId: movedId } : view;
  }

  private async markVoid(row: ResponseRow, code: string, reason: string): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.response SET status = 'VOID', version = version + 1, void_code = $2, void_reason = $3,
           voided_by = ctx.user_id(), voided_at = ctx.now()
         WHERE practice_id = ctx.practice_id() AND id = $1 AND status IN ('IN_PROGRESS', 'COMPLETED')`,
      [row.id, code, reason],
    );
    if (changed === 0) throw new DomainError('WRONG_STATE', { extra: { newestId: await newestOf(row.id) } });
  }

  /** The right client gets the same answers, days, channel and typist, scored anew; the wrong record keeps no answers. */
  private async move(row: ResponseRow, opened: ClientView, toClientId: string): Promise<string> {
    const id = newId();
    refuseHiddenAnswers(row, opened, 'VOID');
    await this.access.open(toClientId, 'HEALTH_ANSWERS', 'CREATE', { type: 'RESPONSE', id });
    const { inProgressId, cutOffs, birthDate } = await this.forms.settings(toClientId);
    if (birthDate !== null && row.completedOn !== null && row.completedOn < birthDate)
      throw invalidInput({ pointer: '/moveToClientId', code: 'BEFORE_BIRTH' });
    if (inProgressId) throw new DomainError('RESPONSE_IN_PROGRESS', { extra: { responseId: inProgressId } });
    const packs = await this.instruments.packs({ gfi: row.gfiVersion, imesa: row.imesaVersion });
    const answers = answersOf(row);
    const completed = row.status === 'COMPLETED';
    const items = row.entryMode === 'ITEMS';
    const scored =
      items || !row.assessment
        ? scoredForm(assess(packs, answers, cutOffs), answers, packs)
        : { assessment: row.assessment, emptyForm: false, totals: row.totals };
    const place = await this.invitations.placeOf(toClientId, { completedOn: row.completedOn });
    await this.forms.insert({
      id,
      clientId: toClientId,
      status: completed ? 'COMPLETED' : 'IN_PROGRESS',
      entryMode: items ? 'ITEMS' : 'SCORE_ONLY',
      channel: row.channel,
      completedOn: row.completedOn,
      completedBy: row.completedBy,
      completedWithHelpOf: row.completedWithHelpOf,
      enteredBy: row.enteredBy,
      gfiVersion: row.gfiVersion,
      imesaVersion: row.imesaVersion,
      missingPages: row.missingPages,
      source: row.source,
      sourceText: row.sourceText,
      movedFromId: row.id,
      roundId: place?.roundId ?? null,
      answers,
      ...(completed ? { scored } : {}),
    });
    const { channel } = row;
    if (completed)
      await this.invitations.completed({ responseId: id, clientId: toClientId, place, channel, ...scored });
    else await this.invitations.begun(id, place);
    await this.forms.copyRemark(row.id, { responseId: id, clientId: toClientId });
    await query('SELECT care.empty_moved_form($1)', [row.id]);
    return id;
  }
}

/** The reason as a code. Throws 400 where a form is to move for another reason than standing with the wrong client. */
function voidCode({ reason, reasonCode, moveToClientId }: VoidResponse): string {
  const named = VOID_CODES.find((code) => code === reason);
  const code = reasonCode ?? named ?? (moveToClientId ? 'WRONG_CLIENT' : 'OTHER');
  if (moveToClientId && code !== 'WRONG_CLIENT')
    throw invalidInput({ pointer: '/moveToClientId', code: 'INVALID_VALUE' });
  return code;
}
