import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import type { SaveStatus } from '../platform/autosave/save-status.ts';
import { useAutosave } from '../platform/autosave/use-autosave.ts';
import { type ApiProblem, isProblem } from '../platform/problem.ts';
import { type Contact, correctContact, type NewContact, recordContact } from './contact-queries.ts';

type Keep = {
  keep: (body: NewContact) => void;
  status: SaveStatus;
  /** What the server refused and will refuse again. */
  problem: ApiProblem | undefined;
};

const SERVER_FAULT = 500;

/**
 * Sends a contact and goes on trying while there is no connection, with the text in this tab. Whatever was typed meanwhile goes
 * after it as a correction: the first body keeps its key, so that an answer that got lost doubles nothing.
 */
export function useKeepContact(clientId: string, contact: Contact | undefined, onKept: () => void): Keep {
  const key = useRef(createIdempotencyKey());
  const first = useRef<NewContact>(undefined);
  const kept = useRef<Pick<Contact, 'id' | 'version'>>(contact);
  const [problem, setProblem] = useState<ApiProblem>();

  async function send(body: NewContact): Promise<number> {
    const isNew = kept.current === undefined;
    first.current ??= body;
    kept.current ??= await recordContact(clientId, first.current, key.current);
    if (isNew && JSON.stringify(first.current) === JSON.stringify(body)) return kept.current.version;
    const { signals: _, ...facts } = body;
    kept.current = await correctContact(kept.current, facts);
    return kept.current.version;
  }

  /** What was refused was not kept: mended, it is another first body. After a fault of the server nobody knows. */
  function note(error: unknown): void {
    if (!isProblem(error) || error.status >= SERVER_FAULT) return;
    setProblem(error);
    if (kept.current !== undefined) return;
    first.current = undefined;
    key.current = createIdempotencyKey();
  }

  const [autosave, status] = useAutosave<NewContact>({
    saved: { version: contact?.version ?? 0, values: {} },
    readCurrent: () => undefined,
    send: ({ contact: body }) => {
      if (body === undefined) return Promise.reject(new Error('nothing to send'));
      return send(body).catch((error: unknown) => {
        note(error);
        throw error;
      });
    },
  });
  const tellKept = useEffectEvent(onKept);
  useEffect(() => {
    if (status.kind === 'SAVED') tellKept();
  }, [status.kind]);

  return {
    status,
    problem,
    keep: (body) => {
      setProblem(undefined);
      autosave.change({ contact: body });
    },
  };
}
