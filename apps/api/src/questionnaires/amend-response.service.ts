import { Injectable } from '@nestjs/common';
import { type Answers, assess, canonicalJson, missingPagesProblems } from '@samenoud/domain';
import { Instruments } from '../instruments/instruments.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { checkedAnswers } from '../platform/http/checked-answers.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows } from '../platform/request/request-context.ts';
import { InvitationFollower } from '../screening-rounds/invitation-follower.service.ts';
import { FormStore, scoredForm, typist } from './form-store.ts';
import type { AmendResponse, ResponseView } from './response.dto.ts';
import { answersOf, getResponseRow, newestOf, type ResponseRow } from './response-row.ts';
import { refuseHiddenAnswers, responseView } from './response-view.ts';

/** Completed answers never change: an amendment is a new completed response that supersedes them. */
@Injectable()
export class AmendCompletedResponse {
  constructor(
    private readonly access: ClientAccess,
    private readonly instruments: Instruments,
    private readonly forms: FormStore,
    private readonly invitations: InvitationFollower,
  ) {}

  async amend(id: string, body: AmendResponse): Promise<ResponseView> {
    const changed = checkedAnswers(body.answers);
    const old = await getResponseRow(id);
    const owned = { ownerOrgId: old.ownerOrgId, category: 3, madeBy: old.enteredBy } as const;
    const newest = newId();
    const opened = await this.access.open(
      old.clientId,
      'HEALTH_ANSWERS',
      'FINALISE',
      { type: 'RESPONSE', id: newest },
      owned,
    );
    refuseHiddenAnswers(old, opened, 'FINALISE');
    const packs = await this.instruments.packs({ gfi: old.gfiVersion, imesa: old.imesaVersion });
    const before = answersOf(old);
    const answers = { ...before, ...changed };
    await this.supersede(old);
    const missingPages = stillMissing(old.missingPages, answers, body.missingPages);
    if (canonicalJson(answers) === canonicalJson(before) && missingPages.length === old.missingPages.length)
      throw invalidInput({ pointer: '/answers', code: 'NO_CHANGE' });
    const { cutOffs } = await this.forms.settings(old.clientId);
    const channel = body.channel ?? (body.reasonCode === 'PHONE' ? 'PHONE' : old.channel);
    const scored = scoredForm(assess(packs, answers, cutOffs), answers, packs);
    await this.forms.insert({
      id: newest,
      clientId: old.clientId,
      status: 'COMPLETED',
      entryMode: 'ITEMS',
      channel,
      completedOn: old.completedOn,
      completedBy: old.completedBy,
      completedWithHelpOf: old.completedWithHelpOf,
      enteredBy: typist(),
      gfiVersion: old.gfiVersion,
      imesaVersion: old.imesaVersion,
      missingPages,
      supersedesId: old.id,
      amendmentReason: body.reason,
      amendmentCode: body.reasonCode ?? null,
      answers,
      roundId: old.roundId,
      scored,
    });
    await this.forms.copyRemark(old.id, { responseId: newest, clientId: old.clientId });
    const { clientId } = old;
    const form = { responseId: newest, clientId, place: null, channel, ...scored };
    await this.invitations.amended(old.id, form, body.reasonCode ?? null);
    return responseView(await getResponseRow(newest), opened, { justCompleted: true });
  }

  private async supersede(old: ResponseRow): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.response SET status = 'SUPERSEDED', version = version + 1
         WHERE practice_id = ctx.practice_id() AND id = $1 AND status = 'COMPLETED'`,
      [old.id],
    );
    if (changed === 1) return;
    throw new DomainError('WRONG_STATE', { extra: { newestId: await newestOf(old.id) } });
  }
}

/**
 * Pages that have an answer now turned up after all; of the others `named` says which did not, as a page that turned up may
 * be wholly blank. Throws INVALID_VALUE at a page that was not missing.
 */
function stillMissing(pages: readonly number[], answers: Answers, named: readonly number[] = pages): number[] {
  const unknown = named.findIndex((page) => !pages.includes(page));
  if (unknown >= 0) throw invalidInput({ pointer: `/missingPages/${unknown}`, code: 'INVALID_VALUE' });
  const answered = missingPagesProblems(pages, answers);
  return pages.filter((page) => named.includes(page) && !answered.includes(page));
}
