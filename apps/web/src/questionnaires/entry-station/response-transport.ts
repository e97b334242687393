import { createIdempotencyKey } from '../../platform/api.ts';
import type { AutosaveOptions, Saved } from '../../platform/autosave/autosave.ts';
import { ApiProblem, isProblem } from '../../platform/problem.ts';
import { beginResponse, getResponse, patchResponse, putRemark } from '../response-queries.ts';
import type { Response, ResponseChannel } from '../response-types.ts';
import { type FormValue, type FormValues, patchOf, remarkIn, valuesOf } from './form-values.ts';

/** What a form that is begun here is of; with a round where its code was scanned. */
type Start = { clientId: string; channel: ResponseChannel; roundId: string | undefined };
type Form = Pick<Response, 'id' | 'version'> & Partial<Response>;

export type ResponseTransport = AutosaveOptions<FormValue> & {
  /** The form as the server knows it; begun now when no answer came before. */
  begun: () => Promise<Form>;
};

function readCurrent(current: unknown): Saved<FormValue> | undefined {
  if (typeof current !== 'object' || current === null || !('version' in current)) return undefined;
  const form = current as Form;
  return { version: form.version, values: valuesOf(form) };
}

/** The id of the form that somebody else began meanwhile, from the refusal to begin another. */
function otherFormId(error: unknown): string | undefined {
  const body = isProblem(error, 'RESPONSE_IN_PROGRESS') ? error.body : undefined;
  const id = typeof body === 'object' && body !== null && 'responseId' in body ? body.responseId : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** Sends what goes with the answers, then the remark, each on the newest version. Resolves with the last one. */
async function sendChanges(id: string, version: number, changes: FormValues, keepalive: boolean): Promise<number> {
  const patch = patchOf(changes);
  const patched = patch ? (await patchResponse({ id, version, changes: patch, keepalive })).version : version;
  if (!('remark' in changes)) return patched;
  return (await putRemark({ id, version: patched, remark: remarkIn(changes), keepalive })).version;
}

/**
 * Carries answers to a form of this client. The form is begun with the first answer, never earlier: opening the screen
 * leaves no empty form behind. A failed beginning is tried again with the same key, so it happens once. When somebody
 * else began the form meanwhile, theirs is the form, and its answers are compared as after any other stale version.
 */
export function createResponseTransport(start: Start, open: Form | undefined): ResponseTransport {
  const idempotencyKey = createIdempotencyKey();
  let form = open;

  async function begin(): Promise<Form> {
    try {
      return await beginResponse({ ...start, idempotencyKey });
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
    saved: { version: open?.version ?? 0, values: open ? valuesOf(open) : {} },
    readCurrent,
    send: async (changes, version, { keepalive }) => {
      if (keepalive && form === undefined) {
        const { answers } = patchOf(changes) ?? {};
        return (await beginResponse({ ...start, idempotencyKey, answers, keepalive })).version;
      }
      const { id, version: begunVersion } = await begun();
      return sendChanges(id, version || begunVersion, changes, keepalive);
    },
  };
}
