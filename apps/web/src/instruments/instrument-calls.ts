import type { components } from '@samenoud/api-client';
import { answer, api, ifMatch } from '../platform/api.ts';

export type InstrumentVersion = components['schemas']['InstrumentView'];

type LoadOptions = { pack: Record<string, unknown>; confirmLicence: boolean; idempotencyKey: string };

/** Loads a pack; the server checks every part of it. */
export function loadPack({ pack, confirmLicence, idempotencyKey }: LoadOptions): Promise<InstrumentVersion> {
  const params = { header: { 'Idempotency-Key': idempotencyKey } };
  return answer(api.POST('/api/v1/instruments', { params, body: { pack, confirmLicence } }));
}

/** New forms use this version from now on. */
export function activateVersion({
  id,
  version,
}: Pick<InstrumentVersion, 'id' | 'version'>): Promise<InstrumentVersion> {
  const params = { path: { id }, header: ifMatch(version) };
  return answer(api.POST('/api/v1/instruments/{id}/activate', { params }));
}
