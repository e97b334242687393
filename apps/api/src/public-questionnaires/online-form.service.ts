import { Injectable } from '@nestjs/common';
import { Instruments } from '../instruments/instruments.service.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { RESPONDENT_IDLE_MINUTES } from '../platform/identity/respondent-store.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { EnterAnswers } from '../questionnaires/enter-answers.service.ts';
import { OnlineForms, type ResponseView } from '../questionnaires/online-forms.service.ts';
import { Responses } from '../questionnaires/responses.service.ts';
import { asPractice } from './as-practice.ts';
import { practiceContact } from './practice-contact.ts';
import { formIsOver, forRespondent, publicResponse } from './public-response.ts';
import type {
  CompletePublicResponse, PublicQuestionnaire, PublicResponse, SetPublicRemark, UpdatePublicResponse,
} from './public-questionnaire.dto.ts'; // prettier-ignore
import { questionsOf } from './questions.ts';
import { ownForm, refuseOtherForm } from './respondent.ts';

/** The one form of a respondent: the same answers as on paper, by way of the same services. */
@Injectable()
export class OnlineForm {
  constructor(
    private readonly forms: OnlineForms,
    private readonly instruments: Instruments,
    private readonly entry: EnterAnswers,
    private readonly responses: Responses,
  ) {}

  /** Everything the page needs: whom to call, the questions, and what has been answered. */
  async show(): Promise<PublicQuestionnaire> {
    const { responseId } = ownForm();
    const form = await this.read(responseId);
    return {
      responseId,
      expiresAt: requestContext().user.expiresAt,
      idleMinutes: RESPONDENT_IDLE_MINUTES,
      practice: await practiceContact(),
      response: publicResponse(form),
      questions: questionsOf(await this.instruments.packs(form.instruments)),
    };
  }

  /** Her answers, for as long as she can change them. Throws QUESTIONNAIRE_ANSWERED or QUESTIONNAIRE_CLOSED after. */
  async get(id: string): Promise<PublicResponse> {
    refuseOtherForm(id);
    return publicResponse(await this.read(id));
  }

  private async read(id: string): Promise<ResponseView> {
    const form = await this.forms.read(id);
    if (form.status !== 'IN_PROGRESS') throw await formIsOver(form.status);
    if (form.channel !== 'ONLINE')
      throw new DomainError('QUESTIONNAIRE_WITH_PRACTICE', { extra: { practice: await practiceContact() } });
    return form;
  }

  update(id: string, ifMatch: string | undefined, body: UpdatePublicResponse): Promise<PublicResponse> {
    refuseOtherForm(id);
    return forRespondent(() => this.entry.update(id, ifMatch, body));
  }

  /** Only while she can change her answers: beside a form that is done, the practice's words are not hers to overwrite. */
  async setRemark(id: string, ifMatch: string | undefined, { remark }: SetPublicRemark): Promise<PublicResponse> {
    refuseOtherForm(id);
    expectedVersion(ifMatch);
    const { urgentCallTo = null, urgentCallAt = null } = await this.read(id);
    return forRespondent(() => this.responses.setRemark(id, ifMatch, { remark, urgentCallTo, urgentCallAt }));
  }

  /** Sends the form: filled in today, scored as paper is, and the codes of its letters end with it. */
  async complete(id: string, ifMatch: string | undefined, body: CompletePublicResponse): Promise<PublicResponse> {
    refuseOtherForm(id);
    const { today, manager } = requestContext();
    const head = { ...body, completedOn: today };
    const sent = await forRespondent(() => asPractice(() => this.entry.complete(id, ifMatch, head)));
    await callAuth(manager, 'end_access_codes', [ownForm().invitationId]);
    return sent;
  }
}
