import type { components } from '@samenoud/api-client';
import { answer, api, ifMatch } from '../platform/api.ts';
import { isProblem } from '../platform/problem.ts';
import type { OnlineResponse, Questionnaire } from './questionnaire-types.ts';

type Schemas = components['schemas'];
type Target = { id: string; version: number };

/** Code and birth date stand in the body, never in an address. */
export async function openQuestionnaire(body: Schemas['AccessRequest']): Promise<Questionnaire> {
  return (await answer(api.POST('/api/v1/public/questionnaire/access', { body }))) as Questionnaire;
}

export async function getQuestionnaire(): Promise<Questionnaire> {
  return (await answer(api.GET('/api/v1/public/questionnaire'))) as Questionnaire;
}

/** The questionnaire that was begun in this browser within the hour; undefined when there is none. */
export async function findQuestionnaire(): Promise<Questionnaire | undefined> {
  try {
    return await getQuestionnaire();
  } catch (error) {
    if (isProblem(error)) return undefined;
    throw error;
  }
}

export async function patchForm(
  { id, version }: Target,
  body: Schemas['UpdatePublicResponse'],
  keepalive: boolean,
): Promise<OnlineResponse> {
  const params = { path: { id }, header: ifMatch(version) };
  const call = api.PATCH('/api/v1/public/questionnaire/responses/{id}', { params, body, keepalive });
  return (await answer(call)) as OnlineResponse;
}

export async function putRemark({ id, version }: Target, remark: string, keepalive: boolean): Promise<OnlineResponse> {
  const params = { path: { id }, header: ifMatch(version) };
  const call = api.PUT('/api/v1/public/questionnaire/responses/{id}/remark', { params, body: { remark }, keepalive });
  return (await answer(call)) as OnlineResponse;
}

/** Sends the form as it is in `version`; from then on nobody sees it here any more. */
export async function sendForm({ id, version }: Target, body: Schemas['CompletePublicResponse']): Promise<void> {
  const params = { path: { id }, header: ifMatch(version) };
  await answer(api.POST('/api/v1/public/questionnaire/responses/{id}/complete', { params, body }));
}

export async function refuseQuestionnaire(body: Schemas['RefuseQuestionnaire']): Promise<void> {
  await answer(api.POST('/api/v1/public/questionnaire/refuse', { body }));
}

/** Stops here. A session that is gone already is as good. */
export async function leaveQuestionnaire(): Promise<void> {
  try {
    await answer(api.DELETE('/api/v1/public/questionnaire/session'));
  } catch (error) {
    if (!isProblem(error, 'UNAUTHENTICATED')) throw error;
  }
}
