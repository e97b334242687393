import { text } from '@samenoud/texts';
import { useEffect, useState } from 'react';
import { useAutosave } from '../autosave/use-autosave.ts';
import type { SaveStatus } from '../autosave/save-status.ts';
import { ApiProblem } from '../problem.ts';
import { createStore, useStore } from '../store.ts';

type Options<Content extends object, Saved> = {
  version: number;
  content: Content;
  /** What the form begins with, where that is more than what is saved. */
  begin?: (content: Content) => Content;
  /** Sends the whole of it on top of a version. */
  put: (content: Content, version: number) => Promise<Saved>;
  /** What an answer, or the `current` of a 412, holds. */
  read: (saved: Saved) => { version: number; content: Content };
  /** Sentences by dotted field for what would be refused; nothing is sent while there are any. */
  faultsOf: (content: Content) => Readonly<Record<string, string>>;
  onSaved: (saved: Saved) => void;
};

/** One field that two people filled in differently. */
export type FieldConflict<Content> = { field: keyof Content & string; mine: unknown; theirs: unknown };

export type DocumentForm<Content extends object> = {
  content: Content;
  set: (change: Partial<Content>) => void;
  /** Goes up when values come from elsewhere, so that fields with a text of their own show the new one. */
  revision: number;
  status: SaveStatus;
  problem: ApiProblem | undefined;
  conflicts: readonly FieldConflict<Content>[];
  /** Takes the other's version of a field into the form. */
  take: (field: keyof Content & string) => void;
  isDirty: boolean;
  /** Saves; `more` is what the form itself found wrong, such as a day that is none. */
  submit: (more?: Readonly<Record<string, string>>) => void;
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * A document that is typed in a form and saved as a whole, by a button. Without a connection it is kept here and sent when that is
 * back; what somebody else changed meanwhile comes into the form, and where both changed the same, both are shown.
 */
export function useDocumentForm<Content extends object, Saved>(
  options: Options<Content, Saved>,
): DocumentForm<Content> {
  type Field = keyof Content & string;
  const [known] = useState(() => createStore(options.content));
  const saved = useStore(known);
  const [{ content, revision }, setState] = useState(() => ({
    content: options.begin?.(options.content) ?? options.content,
    revision: 0,
  }));
  const [problem, setProblem] = useState<ApiProblem>();

  function adopt(theirs: Content): void {
    const before = known.get();
    known.set(theirs);
    setState((now) => ({ content: adopted(before, now.content, theirs), revision: now.revision + 1 }));
  }
  const [autosave, status] = useAutosave<unknown>({
    saved: { version: options.version, values: valuesOf(options.content) },
    send: async (changes, version) => {
      const whole = { ...known.get(), ...changes };
      try {
        const answer = await options.put(whole, version);
        known.set(whole);
        options.onSaved(answer);
        return options.read(answer).version;
      } catch (error) {
        if (error instanceof ApiProblem && error.status !== 412) setProblem(error);
        throw error;
      }
    },
    readCurrent: (current) => {
      const theirs = options.read(current as Saved);
      adopt(theirs.content);
      return { version: theirs.version, values: valuesOf(theirs.content) };
    },
  });
  const changed = (Object.keys(content) as Field[]).filter((field) => !isSame(content[field], saved[field]));
  const conflicts = status.kind === 'NOT_SAVED' && status.why === 'CONFLICT' ? status.conflicts : [];
  const isDirty = changed.length > 0 || conflicts.length > 0;
  useWarning(isDirty);

  function submit(more: Readonly<Record<string, string>> = {}): void {
    const refused = ownProblem({ ...options.faultsOf(content), ...more });
    setProblem(refused);
    if (refused !== undefined) return;
    const fields = [...new Set([...changed, ...conflicts.map(({ item }) => item as Field)])];
    if (fields.length > 0) autosave.change(Object.fromEntries(fields.map((field) => [field, content[field]])));
  }
  return {
    content,
    revision,
    set: (change) => setState((now) => ({ ...now, content: { ...now.content, ...change } })),
    status:
      isDirty && (status.kind === 'IDLE' || status.kind === 'SAVED') ? { kind: 'NOT_SAVED', why: 'UNSENT' } : status,
    problem,
    conflicts: conflicts.map(({ item, mine, theirs }) => ({ field: item as Field, mine, theirs })),
    take: (field) =>
      setState((now) => ({
        content: { ...now.content, [field]: conflicts.find(({ item }) => item === field)?.theirs ?? null },
        revision: now.revision + 1,
      })),
    isDirty,
    submit,
  };
}

const valuesOf = (content: object): Record<string, unknown> => Object.fromEntries(Object.entries(content));

/** One's own words where one changed them, the other's where only she did. */
function adopted<Content extends object>(before: Content, mine: Content, theirs: Content): Content {
  const untouched = (Object.keys(theirs) as (keyof Content)[]).filter((field) => isSame(before[field], mine[field]));
  return { ...mine, ...Object.fromEntries(untouched.map((field) => [field, theirs[field]])) };
}

/** A refusal of our own, in the shape of the server's. */
function ownProblem(faults: Readonly<Record<string, string>>): ApiProblem | undefined {
  const errors = Object.entries(faults).map(([field, detail]) => ({
    pointer: `/${field.replaceAll('.', '/')}`,
    code: 'INVALID_VALUE',
    detail,
  }));
  if (errors.length === 0) return undefined;
  return new ApiProblem({ status: 400, code: 'INVALID_INPUT', detail: text('errors.INVALID_INPUT'), errors });
}

/** Closing the tab asks first while something is typed that was not saved. */
function useWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
