import type { components } from '@samenoud/api-client';
import type { LifeArea } from '@samenoud/domain';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type CarePlan = Schemas['CarePlanView'];
export type PlanContent = Schemas['PlanContentView'];
export type PlanChange = Schemas['PlanChangeView'];
export type Problem = Schemas['ProblemView'];
export type Goal = Schemas['GoalView'];
export type GoalAction = Schemas['GoalActionView'];
export type NewProblem = Schemas['AddProblem'];
export type NewGoal = Schemas['AddGoal'];
export type NewAction = Schemas['AddPlanAction'];
export type NewScore = Schemas['AddScore'];
export type NewDiscussion = Schemas['DiscussPlan'];
export type NewAdoption = Schemas['AdoptPlan'];
export type NewEvaluation = Schemas['EvaluatePlan'];
export type NewClosing = Schemas['ClosePlan'];

const path = (id: string) => ({ params: { path: { id } } });
const keyed = (id: string, key: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': key } } });
const versioned = (id: string, version: number) => ({ params: { path: { id }, header: ifMatch(version) } });

export const carePlansQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'care-plans'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/clients/{id}/care-plans', {
          params: { path: { id: clientId }, query: { limit: 200 } },
          signal,
        }),
      ),
  });

export const carePlanQuery = (clientId: string, id: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'care-plans', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/care-plans/{id}', { ...path(id), signal })),
  });

export const editionQuery = (clientId: string, id: string, edition: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'care-plans', id, 'editions', edition],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/care-plans/{id}/editions/{edition}', { params: { path: { id, edition } }, signal })),
  });

export const suggestionsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'problem-suggestions'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/clients/{id}/problem-suggestions', { ...path(clientId), signal })),
  });

export const lifeAreasQuery = queryOptions({
  queryKey: ['life-areas'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/life-areas', { signal })),
});

export function setLifeAreas(list: readonly LifeArea[], version: number): Promise<Schemas['LifeAreaList']> {
  // The server refuses a code that is not of the catalogue.
  const items = list.map((one) => ({ ...one, areas: one.areas as Schemas['LifeAreaView']['areas'] }));
  return answer(api.PUT('/api/v1/life-areas', { params: { header: ifMatch(version) }, body: { items } }));
}

export const problemAreasQuery = queryOptions({
  queryKey: ['problem-areas'],
  staleTime: Infinity,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/problem-areas', { signal })),
});

export const hisSummaryQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'his-texts'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/clients/{id}/his-texts', { ...path(clientId), signal })),
  });

export const beginPlan = (clientId: string, key: string): Promise<CarePlan> =>
  answer(api.POST('/api/v1/clients/{id}/care-plans', { ...keyed(clientId, key), body: {} }));

export const changePlan = (
  id: string,
  body: Schemas['ChangePlan'],
  version: number,
  keepalive = false,
): Promise<CarePlan> => answer(api.PATCH('/api/v1/care-plans/{id}', { ...versioned(id, version), body, keepalive }));

export const changeProblem = (
  id: string,
  body: Schemas['ChangeProblem'],
  version: number,
  keepalive = false,
): Promise<Problem> => answer(api.PATCH('/api/v1/problems/{id}', { ...versioned(id, version), body, keepalive }));

export const changeGoal = (
  id: string,
  body: Schemas['ChangeGoal'],
  version: number,
  keepalive = false,
): Promise<Goal> => answer(api.PATCH('/api/v1/goals/{id}', { ...versioned(id, version), body, keepalive }));

export const addProblem = (planId: string, body: NewProblem, key: string): Promise<Problem> =>
  answer(api.POST('/api/v1/care-plans/{id}/problems', { ...keyed(planId, key), body }));

export const addGoal = (planId: string, body: NewGoal, key: string): Promise<Goal> =>
  answer(api.POST('/api/v1/care-plans/{id}/goals', { ...keyed(planId, key), body }));

export const addAction = (goalId: string, body: NewAction, key: string): Promise<GoalAction> =>
  answer(api.POST('/api/v1/goals/{id}/actions', { ...keyed(goalId, key), body }));

export const moveAction = (id: string, version: number, body: Schemas['UpdateAction']): Promise<unknown> =>
  answer(api.PATCH('/api/v1/actions/{id}', { ...versioned(id, version), body }));

export const addScore = (goalId: string, body: NewScore, key: string): Promise<Goal> =>
  answer(api.POST('/api/v1/goals/{id}/scores', { ...keyed(goalId, key), body }));

export const strikeScore = (id: string, reason: string): Promise<Goal> =>
  answer(api.POST('/api/v1/goal-scores/{id}/strike', { ...path(id), body: { reason } }));

export const stopGoal = (id: string, body: Schemas['StopGoal']): Promise<Goal> =>
  answer(api.POST('/api/v1/goals/{id}/stop', { ...path(id), body }));

export const reopenGoal = (id: string, reason: string): Promise<Goal> =>
  answer(api.POST('/api/v1/goals/{id}/reopen', { ...path(id), body: { reason } }));

export const discussPlan = (id: string, body: NewDiscussion): Promise<CarePlan> =>
  answer(api.POST('/api/v1/care-plans/{id}/discuss', { ...path(id), body }));

export const adoptPlan = (id: string, body: NewAdoption): Promise<CarePlan> =>
  answer(api.POST('/api/v1/care-plans/{id}/adopt', { ...path(id), body }));

export const activatePlan = (id: string): Promise<CarePlan> =>
  answer(api.POST('/api/v1/care-plans/{id}/activate', path(id)));

export const evaluatePlan = (id: string, body: NewEvaluation): Promise<CarePlan> =>
  answer(api.POST('/api/v1/care-plans/{id}/evaluate', { ...path(id), body }));

export const closePlan = (id: string, body: NewClosing): Promise<CarePlan> =>
  answer(api.POST('/api/v1/care-plans/{id}/close', { ...path(id), body }));
