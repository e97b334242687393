import type { Answer } from '@samenoud/domain';
import { useCallback, useState } from 'react';
import type { Conflict, SaveStatus } from '../platform/autosave/save-status.ts';
import { useAutosave } from '../platform/autosave/use-autosave.ts';
import { useStore } from '../platform/store.ts';
import { createFormTransport } from './form-transport.ts';
import type { FormValues } from './form-values.ts';
import type { Questionnaire } from './questionnaire-types.ts';

export type OnlineForm = {
  values: FormValues;
  status: SaveStatus<Answer>;
  conflicts: readonly Conflict<Answer>[];
  change: (key: string, value: Answer, delayMs?: number) => void;
  /** The version once everything is saved, or undefined as soon as something cannot be. */
  settled: () => Promise<number | undefined>;
  /** When the server last heard from this page. */
  lastContact: number;
  noteContact: () => void;
};

/** The answers of one form: what the server holds, with what was answered here since. They live in memory only. */
export function useOnlineForm({ response }: Questionnaire): OnlineForm {
  const [lastContact, setLastContact] = useState(() => Date.now());
  const noteContact = useCallback(() => setLastContact(Date.now()), []);
  const [autosave, status] = useAutosave<Answer>(createFormTransport(response, noteContact));
  const held = useStore(autosave.current);
  const [mine, setMine] = useState<FormValues>({});
  return {
    values: { ...held, ...mine },
    status,
    conflicts: status.kind === 'NOT_SAVED' && status.why === 'CONFLICT' ? status.conflicts : [],
    change: (key, value, delayMs = 0) => {
      setMine((before) => ({ ...before, [key]: value }));
      autosave.change({ [key]: value }, delayMs);
    },
    settled: autosave.settled,
    lastContact,
    noteContact,
  };
}
