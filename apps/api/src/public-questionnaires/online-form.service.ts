import { Injectable } from '@nestjs/common';
import { Instruments } from '../instruments/instruments.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { RESPONDENT_IDLE_MINUTES } from '../platform/identity/respondent-store.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { EnterAnswers } from '../questionnaires/enter-answers.service.ts';
import { getResponseRow } from '../questionnaires/response-row.ts';
import { responseView } from '../questionnaires/response-view.ts';
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
    private readonly access: ClientAccess,
    private readonly instruments: Instruments,
    private readonly entry: EnterAnswers,
    private readonly responses: Responses,
  ) {}

  /** Everything the page needs: whom to call, the questions, and what has been answered. */
  async show(): Promise<PublicQuestionnaire> {
    const { user } = requestContext();
    const { responseId } = ownForm();
    const response = await this.get(responseId);
    const { gfiVersion, imesaVersion } = await getResponseRow(responseId);
    const packs = await this.instruments.packs({ gfi: gfiVersion, imesa: imesaVersion });
    return {
      responseId,
      expiresAt: user.expiresAt,
      idleMinutes: RESPONDENT_IDLE_MINUTES,
      practice: await practiceContact(),
      response,
      questions: questionsOf(packs),
    };
  }

  /** Her answers, for as long as she can change them. Throws QUESTIONNAIRE_ANSWERED or QUESTIONNAIRE_CLOSED after. */
  async get(id: string): Promise<PublicResponse> {
    refuseOtherForm(id);
    const row = await getResponseRow(id);
    const owned = { ownerOrgId: row.ownerOrgId, category: 3, madeBy: row.enteredBy } as const;
    const opened = await this.access.open(row.clientId, 'HEALTH_ANSWERS', 'READ', { type: 'RESPONSE', id }, owned);
    if (row.status === 'IN_PROGRESS') return publicResponse(responseView(row, opened));
    throw await formIsOver(row.status);
  }

  update(id: string, ifMatch: string | undefined, body: UpdatePublicResponse): Promise<PublicResponse> {
    refuseOtherForm(id);
    return forRespondent(() => this.entry.update(id, ifMatch, body));
  }

  setRemark(id: string, ifMatch: string | undefined, { remark }: SetPublicRemark): Promise<PublicResponse> {
    refuseOtherForm(id);
    return forRespondent(() => this.responses.setRemark(id, ifMatch, { remark }));
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
