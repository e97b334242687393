import type { Answer } from '@samenoud/domain';
import { createIdempotencyKey } from '../../platform/api.ts';
import type { AutosaveOptions, Saved } from '../../platform/autosave/autosave.ts';
import { ApiProblem, isProblem } from '../../platform/problem.ts';
import { beginResponse, getResponse, patchResponse } from '../response-queries.ts';
import type { Response } from '../response-types.ts';

type Form = Pick<Response, 'id' | 'version' | 'answers'>;

export type ResponseTransport = AutosaveOptions<Answer> & {
  /** The form as the server knows it; begun now when no answer came before. */
  begun: () => Promise<Form>;
};

function readCurrent(current: unknown): Saved<Answer> | undefined {
  if (typeof current !== 'object' || current === null || !('version' in current)) return undefined;
  const { version, answers = {} } = current as Form;
  return { version, values: answers };
}

/** The id of the form that somebody else began meanwhile, from the refusal to begin another. */
function otherFormId(error: unknown): string | undefined {
  const body = isProblem(error, 'RESPONSE_IN_PROGRESS') ? error.body : undefined;
  const id = typeof body === 'object' && body !== null && 'responseId' in body ? body.responseId : undefined;
  return typeof id === 'string' ? id : undefined;
}

/**
 * Carries answers to a form of this client. The form is begun with the first answer, never earlier: opening the screen
 * leaves no empty form behind. A failed beginning is tried again with the same key, so it happens once. When somebody
 * else began the form meanwhile, theirs is the form, and its answers are compared as after any other stale version.
 */
export function createResponseTransport(clientId: string, open: Form | undefined): ResponseTransport {
  const idempotencyKey = createIdempotencyKey();
  let form = open;

  async function begin(): Promise<Form> {
    try {
      return await beginResponse({ clientId, idempotencyKey });
    } catch (error) {
      const id = otherFormId(error);
      if (id === undefined) throw error;
      form = await getResponse(id);
      throw new ApiProblem({ status: 412, code: 'STALE', detail: '', errors: [], current: form });
    }
  }

  async function begun(): Promise<Form> {
    form ??= await begin();
    return form;
  }

  return {
    begun,
    saved: { version: open?.version ?? 0, values: open?.answers ?? {} },
    readCurrent,
    send: async (answers, version, { keepalive }) => {
      if (keepalive && form === undefined)
        return (await beginResponse({ clientId, idempotencyKey, answers, keepalive })).version;
      const { id, version: begunVersion } = await begun();
      return (await patchResponse({ id, version: version || begunVersion, changes: { answers }, keepalive })).version;
    },
  };
}
