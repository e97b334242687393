import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

type Plan = components['schemas']['CarePlanView'];

/** The open plan of a client as she may read it; null where there is none. */
export const openPlanQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'open-plan'],
    queryFn: async ({ signal }): Promise<Plan | null> => {
      const { items } = await answer(api.GET('/api/v1/clients/{id}/care-plans', { params: { path: { id: clientId } }, signal })); // prettier-ignore
      const open = items.find(({ state }) => state !== 'CLOSED');
      if (open === undefined) return null;
      return answer(api.GET('/api/v1/care-plans/{id}', { params: { path: { id: open.id } }, signal }));
    },
  });
