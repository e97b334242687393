import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../platform/http/problem.ts';
import { RespondentStore } from '../platform/identity/respondent-store.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { OnlineForms } from '../questionnaires/online-forms.service.ts';
import { InvitationFollower } from '../screening-rounds/invitation-follower.service.ts';
import { asPractice } from './as-practice.ts';
import { findInvitedForm, type InvitedForm, whyClosed } from './invited-form.ts';
import { OnlineForm } from './online-form.service.ts';
import { practiceContact } from './practice-contact.ts';
import type { PublicQuestionnaire } from './public-questionnaire.dto.ts';
import { ownForm } from './respondent.ts';

export interface GivenCode {
  readonly codeHash: Buffer;
  readonly hasEnded: boolean;
}

/** Why it was allowed, for the log. */
const OWN_FORM = { rule: 'HEALTH_ANSWERS.CREATE.RESPONDENT', relation: 'FORM', basis: 'OWN' } as const;

/** Opens the form behind a right code and birth date: the one that was begun, or a new one. */
@Injectable()
export class OpenForm {
  constructor(
    private readonly store: OnlineForms,
    private readonly invitations: InvitationFollower,
    private readonly respondents: RespondentStore,
    private readonly online: OnlineForm,
  ) {}

  /**
   * In the transaction of the respondent. Throws why nothing is left to answer, with whom to call, and RESPONSE_IN_PROGRESS
   * when another device began the form since the code was looked up.
   */
  async open({ codeHash, hasEnded }: GivenCode, reply: FastifyReply): Promise<PublicQuestionnaire> {
    const { responseId, clientId, invitationId } = ownForm();
    await asPractice(async () => {
      const form = await findInvitedForm(invitationId);
      if (!form) throw new DomainError('ACCESS_CODE_WRONG');
      const code = whyClosed(form, hasEnded);
      if (code) throw new DomainError(code, { extra: { practice: await practiceContact() } });
      if (form.inProgressId === null) await this.begin(form, responseId, invitationId);
      else if (form.inProgressId !== responseId) throw new DomainError('RESPONSE_IN_PROGRESS');
    });
    const { manager, log } = requestContext();
    await this.respondents.start(reply, { codeHash, responseId, clientId }, manager);
    log.push({
      type: 'ONLINE_ACCESS',
      action: 'E',
      objectType: 'RESPONSE',
      objectId: responseId,
      clientId,
      ...OWN_FORM,
    });
    return this.online.show();
  }

  private async begin(form: InvitedForm, id: string, invitationId: string): Promise<void> {
    const { clientId, roundId, gfiVersion, imesaVersion } = form;
    await this.store.begin({ id, clientId, roundId, gfiVersion, imesaVersion });
    await this.invitations.begun(id, { invitationId, roundId, gfiVersion, imesaVersion });
  }
}
