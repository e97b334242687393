import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type TreatmentPlan = Schemas['TreatmentPlanView'];
export type OtherTreatmentPlan = Schemas['OtherTreatmentPlan'];
export type PlanVersion = Schemas['RecordVersionView'];
export type SaveTreatmentPlan = Schemas['SaveTreatmentPlan'];
export type Directive = Schemas['DirectiveView'];
export type DirectiveList = Schemas['DirectiveList'];
export type SaveDirective = Schemas['SaveDirective'];
export type Talk = Schemas['CarePlanningTalkView'];
export type SaveTalk = Schemas['SaveCarePlanningTalk'];

const LIMIT = 200;
const whole = (id: string) => ({ params: { path: { id }, query: { limit: LIMIT } } });
const versioned = (id: string, version: number) => ({ params: { path: { id }, header: ifMatch(version) } });
const keyed = (id: string, key: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': key } } });

export const treatmentPlanQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'treatment-plan'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/treatment-plan', { params: { path: { id: clientId } }, signal })),
  });

export const planVersionsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'treatment-plan', 'versions'],
    staleTime: 0,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/treatment-plan/versions', { ...whole(clientId), signal })),
  });

export const saveTreatmentPlan = (clientId: string, body: SaveTreatmentPlan, version: number): Promise<TreatmentPlan> =>
  answer(api.PUT('/api/v1/clients/{id}/treatment-plan', { ...versioned(clientId, version), body }));

export const directivesQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'directives'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/directives', { params: { path: { id: clientId } }, signal })),
  });

export const addDirective = (clientId: string, body: SaveDirective, key: string): Promise<Directive> =>
  answer(api.POST('/api/v1/clients/{id}/directives', { ...keyed(clientId, key), body }));

export const changeDirective = (id: string, body: SaveDirective, version: number): Promise<Directive> =>
  answer(api.PUT('/api/v1/directives/{id}', { ...versioned(id, version), body }));

export const voidDirective = (id: string, reason: string): Promise<Directive> =>
  answer(api.POST('/api/v1/directives/{id}/void', { params: { path: { id } }, body: { reason } }));

export const talksQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'care-planning-talks'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clients/{id}/care-planning-talks', { ...whole(clientId), signal })),
  });

export const addTalk = (clientId: string, body: SaveTalk, key: string): Promise<Talk> =>
  answer(api.POST('/api/v1/clients/{id}/care-planning-talks', { ...keyed(clientId, key), body }));

export const changeTalk = (id: string, body: SaveTalk, version: number): Promise<Talk> =>
  answer(api.PUT('/api/v1/care-planning-talks/{id}', { ...versioned(id, version), body }));

export const voidTalk = (id: string, reason: string): Promise<Talk> =>
  answer(api.POST('/api/v1/care-planning-talks/{id}/void', { params: { path: { id } }, body: { reason } }));
