import type { Answer } from '@samenoud/domain';
import { createIdempotencyKey } from '../../platform/api.ts';
import type { AutosaveOptions, Saved } from '../../platform/autosave/autosave.ts';
import { patchResponse, startResponse } from '../response-queries.ts';
import type { Response } from '../response-types.ts';

type Started = Pick<Response, 'id' | 'version'> & { answers?: Response['answers'] };

export type ResponseTransport = AutosaveOptions<Answer> & {
  /** The form as the server knows it; begun now when no answer came before. */
  begun: () => Promise<Started>;
};

function readCurrent(current: unknown): Saved<Answer> | undefined {
  if (typeof current !== 'object' || current === null || !('version' in current)) return undefined;
  const { version, answers = {} } = current as Pick<Response, 'version' | 'answers'>;
  return { version, values: answers };
}

/**
 * Carries answers to a form of this client. The form is begun with the first answer, never earlier: opening the screen
 * leaves no empty form behind. A failed beginning is tried again with the same key, so it happens once.
 */
export function createResponseTransport(clientId: string, open: Started | undefined): ResponseTransport {
  const idempotencyKey = createIdempotencyKey();
  let beginning: Promise<Started> | undefined = open === undefined ? undefined : Promise.resolve(open);

  function begun(): Promise<Started> {
    beginning ??= startResponse({ clientId, idempotencyKey });
    beginning.catch(() => {
      beginning = undefined;
    });
    return beginning;
  }

  return {
    begun,
    saved: { version: open?.version ?? 0, values: open?.answers ?? {} },
    readCurrent,
    send: async (answers, version, { keepalive }) => {
      const form = await begun();
      const saved = await patchResponse({
        id: form.id,
        version: version || form.version,
        changes: { answers },
        keepalive,
      });
      return saved.version;
    },
  };
}
