import { useEffect, useEffectEvent, useState } from 'react';
import type { Changes } from '../platform/autosave/autosave.ts';
import type { Conflict, SaveStatus } from '../platform/autosave/save-status.ts';
import { useAutosave } from '../platform/autosave/use-autosave.ts';
import { createStore, useStore } from '../platform/store.ts';

export type FieldValue = string | number | null;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** How long a pause in the typing is before it is saved. */
export const TYPING_PAUSE_MS = 500;

type Options<Row extends { version: number }> = {
  row: Row;
  valuesOf: (row: Row) => FieldValues;
  send: (changes: Changes<FieldValue>, version: number, keepalive: boolean) => Promise<Row>;
  /** What was saved, for the other parts of the screen. */
  onSaved: (row: Row) => void;
};

export type SavedFields = {
  values: FieldValues;
  status: SaveStatus<FieldValue>;
  conflicts: readonly Conflict<FieldValue>[];
  change: (field: string, value: FieldValue, delayMs?: number) => void;
};

/**
 * Fields of one row of the plan, saved as they change. What was typed and is not saved stays; what others saved meanwhile shows where
 * nothing was typed here; where both wrote in one field both versions are shown.
 */
export function useSavedFields<Row extends { version: number }>({
  row,
  valuesOf,
  send,
  onSaved,
}: Options<Row>): SavedFields {
  const read = (from: Row) => ({ version: from.version, values: valuesOf(from) });
  const [autosave, status] = useAutosave<FieldValue>({
    saved: read(row),
    readCurrent: (current) => read(current as Row),
    send: async (changes, version, { keepalive }) => {
      const saved = await send(changes, version, keepalive);
      onSaved(saved);
      return saved.version;
    },
  });
  const held = useStore(autosave.current);
  const [typed] = useState(() => createStore<FieldValues>({}));
  const mine = useStore(typed);
  const takeOver = useEffectEvent(() => {
    if (autosave.refresh(read(row))) typed.set({});
  });
  useEffect(() => takeOver(), [row]);
  return {
    values: { ...held, ...mine },
    status,
    conflicts: status.kind === 'NOT_SAVED' && status.why === 'CONFLICT' ? status.conflicts : [],
    change: (field, value, delayMs = TYPING_PAUSE_MS) => {
      typed.set({ ...typed.get(), [field]: value });
      autosave.change({ [field]: value }, delayMs);
    },
  };
}
