import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SaveStatus } from '../platform/autosave/save-status.ts';
import { useAutosave } from '../platform/autosave/use-autosave.ts';
import { createStore, useStore } from '../platform/store.ts';
import { type MedicalNote, medicalNoteQuery, saveMedicalNote } from './medical-annex-queries.ts';
import type { AgendaLine } from './meeting-queries.ts';

/** How long a pause in the typing is before it is saved. */
const PAUSE_MS = 1_000;

type NoteText = {
  words: string;
  status: SaveStatus<string>;
  /** What a colleague wrote meanwhile, where both did. */
  theirs: string | undefined;
  write: (words: string) => void;
  /** Saves now. */
  flush: () => void;
};

const valueOf = ({ version, text }: MedicalNote) => ({ version, values: { text: text ?? '' } });

/** The text of a note, saved as it is typed. Without connection it stays here, and is sent once that is back. */
export function useNoteText(line: AgendaLine, note: MedicalNote): NoteText {
  const cache = useQueryClient();
  const keep = (saved: MedicalNote): void => void cache.setQueryData(medicalNoteQuery(line).queryKey, saved);
  const [autosave, status] = useAutosave<string>({
    saved: valueOf(note),
    isEqual: (one = '', other = '') => one.trim() === other.trim(),
    readCurrent: (current) => valueOf(current as MedicalNote),
    send: async ({ text: words = '' }, version, { keepalive }) => {
      const saved = await saveMedicalNote(line.id, words, version, keepalive);
      keep(saved);
      return saved.version;
    },
  });
  const held = useStore(autosave.current);
  const [typed] = useState(() => createStore<string | undefined>(undefined));
  const mine = useStore(typed);
  const takeOver = useEffectEvent(() => {
    if (autosave.refresh(valueOf(note))) typed.set(undefined);
  });
  useEffect(() => takeOver(), [note]);
  const conflict = status.kind === 'NOT_SAVED' && status.why === 'CONFLICT' ? status.conflicts[0] : undefined;
  return {
    words: mine ?? held['text'] ?? '',
    status,
    theirs: conflict && (conflict.theirs ?? ''),
    write: (words) => {
      typed.set(words);
      autosave.change({ text: words }, PAUSE_MS);
    },
    flush: () => autosave.resume(),
  };
}
