import { Injectable } from '@nestjs/common';
import { mayStep } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { changeRows, requestContext } from '../platform/request/request-context.ts';
import { InvitationSteps } from '../screening-rounds/invitation-steps.service.ts';
import { asPractice } from './as-practice.ts';
import { findInvitedForm, type InvitedForm, whyClosed } from './invited-form.ts';
import { practiceContact } from './practice-contact.ts';
import type { RefuseQuestionnaire } from './public-questionnaire.dto.ts';
import { ownForm } from './respondent.ts';

/** "Ik doe niet mee": the invitation says so, what was begun does not count, and no code works any longer. */
@Injectable()
export class RefuseOnline {
  constructor(private readonly steps: InvitationSteps) {}

  /**
   * Client, form and invitation are taken in the order in which the practice takes them. Only what stands once all of them are
   * held is refused: a death or an answer of the same moment goes first, and then nothing of this remains.
   */
  async refuse({ reason, alsoLater = false }: RefuseQuestionnaire): Promise<void> {
    const { invitationId, responseId, clientId } = ownForm();
    const words = reason?.trim() || null;
    await asPractice(async () => {
      if (alsoLater) await this.inviteNoMore(clientId, words);
      await this.dropForm(responseId);
      await this.steps.hold(invitationId);
      const form = await findInvitedForm(invitationId);
      const code = form ? whyClosed(form, false) : 'NOT_FOUND';
      if (!form || code) throw new DomainError(code ?? 'NOT_FOUND', { extra: { practice: await practiceContact() } });
      await this.stepOut(invitationId, form, words, alsoLater);
    });
    await callAuth(requestContext().manager, 'end_access_codes', [invitationId]);
    this.log();
  }

  /** Hers alone: what the practice took over stays, and refuses the refusal. */
  private async dropForm(responseId: string): Promise<void> {
    await changeRows(
      `UPDATE care.response SET version = version + 1, status = 'VOID', void_code = 'OTHER', void_reason = $2,
         voided_by = ctx.user_id(), voided_at = ctx.now()
       WHERE practice_id = ctx.practice_id() AND id = $1 AND status = 'IN_PROGRESS' AND channel = 'ONLINE'`,
      [responseId, text('publicQuestionnaire.record.refused')],
    );
  }

  private async stepOut(
    invitationId: string,
    { clientId, state }: InvitedForm,
    reason: string | null,
    alsoLater: boolean,
  ): Promise<void> {
    if (!mayStep(state, 'REFUSED')) return;
    await changeRows(
      `UPDATE care.screening_invitation SET version = version + 1, state = 'REFUSED', exit_reason = $2, refuses_later = $3,
         response_id = NULL, changed_at = ctx.now() WHERE practice_id = ctx.practice_id() AND id = $1`,
      [invitationId, reason, alsoLater],
    );
    const step = { invitationId, clientId, from: state, to: 'REFUSED', step: 'STATE', reason } as const;
    await this.steps.record([step]);
  }

  private async inviteNoMore(clientId: string, reason: string | null): Promise<void> {
    await changeRows(
      `UPDATE care.client SET version = version + 1, do_not_invite_on = $2, do_not_invite_reason = $3
       WHERE practice_id = ctx.practice_id() AND id = $1 AND do_not_invite_on IS NULL`,
      [clientId, requestContext().today, reason?.slice(0, 200) ?? text('publicQuestionnaire.record.neverAgain')],
    );
  }

  private log(): void {
    const { clientId, invitationId } = ownForm();
    requestContext().log.push({
      type: 'REFUSE_QUESTIONNAIRE',
      action: 'U',
      objectType: 'SCREENING',
      objectId: invitationId,
      clientId,
      category: 1,
    });
  }
}
