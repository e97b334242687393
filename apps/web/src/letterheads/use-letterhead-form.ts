import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, isProblem } from '../platform/problem.ts';
import { type Letterhead, letterheadQuery, putLetterhead, putLogo, removeLogo } from './letterhead-queries.ts';
import {
  bodyOf,
  differs,
  LETTERHEAD_FIELDS,
  type LetterheadField,
  letterheadProblems,
  type LetterheadValues,
  valuesOf,
} from './letterhead-values.ts';

/** What stood in the form, and what somebody else saved meanwhile. */
export type Conflict = { mine: LetterheadValues; theirs: LetterheadValues };
export type Outcome = 'SAVED' | 'UNCHANGED' | 'LOGO_SAVED' | 'LOGO_REMOVED';

/** Of two versions: one's own words where one changed them, the other's where only she did. */
function merged(base: LetterheadValues, mine: LetterheadValues, theirs: LetterheadValues): LetterheadValues {
  const adopted = LETTERHEAD_FIELDS.filter((field) => !differs(field, base, mine));
  return { ...mine, ...Object.fromEntries(adopted.map((field) => [field, theirs[field]])) };
}

/** A refusal of our own, in the shape of the server's. */
function ownProblem(problems: Readonly<Record<string, string>>): ApiProblem | undefined {
  const errors = Object.entries(problems).map(([field, detail]) => ({
    pointer: `/${field}`,
    code: 'INVALID_VALUE',
    detail,
  }));
  if (errors.length === 0) return undefined;
  return new ApiProblem({ status: 400, code: 'INVALID_INPUT', detail: text('errors.INVALID_INPUT'), errors });
}

/** The letterhead as it is typed, checked and saved; a version that somebody else saved is never overwritten. */
export function useLetterheadForm(letterhead: Letterhead) {
  const cache = useQueryClient();
  const [base, setBase] = useState(letterhead);
  const [values, setValues] = useState(() => valuesOf(letterhead));
  const [conflict, setConflict] = useState<Conflict>();
  const [refused, setRefused] = useState<ApiProblem>();
  const [outcome, setOutcome] = useState<Outcome>();

  function take(now: Letterhead, next: LetterheadValues): void {
    setBase(now);
    setValues(next);
    cache.setQueryData(letterheadQuery.queryKey, now);
  }
  function showConflict(error: unknown): void {
    if (!isProblem(error, 'STALE')) return;
    const theirs = error.current as Letterhead;
    setConflict({ mine: values, theirs: valuesOf(theirs) });
    take(theirs, merged(valuesOf(base), values, valuesOf(theirs)));
  }
  const save = useMutation({
    mutationFn: () => putLetterhead(base.version, bodyOf(values)),
    onSuccess: (saved) => {
      take(saved, valuesOf(saved));
      setOutcome('SAVED');
    },
    onError: showConflict,
  });
  const logo = useMutation({
    mutationFn: (file: File | null) => (file === null ? removeLogo(base.version) : putLogo(base.version, file)),
    onSuccess: (saved, file) => {
      take(saved, merged(valuesOf(base), values, valuesOf(saved)));
      setOutcome(file === null ? 'LOGO_REMOVED' : 'LOGO_SAVED');
    },
    onError: showConflict,
  });

  function begin(): void {
    setRefused(undefined);
    setConflict(undefined);
    setOutcome(undefined);
    save.reset();
    logo.reset();
  }
  return {
    base,
    values,
    conflict,
    outcome,
    set: (field: LetterheadField, value: string) => {
      setOutcome(undefined);
      setValues((now) => ({ ...now, [field]: value }));
    },
    submit: () => {
      begin();
      const problem = ownProblem(letterheadProblems(values));
      setRefused(problem);
      if (problem !== undefined) return;
      if (LETTERHEAD_FIELDS.some((field) => differs(field, valuesOf(base), values))) save.mutate();
      else setOutcome('UNCHANGED');
    },
    changeLogo: (file: File | null) => {
      begin();
      logo.mutate(file);
    },
    problem: refused ?? (isProblem(save.error, 'STALE') ? undefined : (save.error ?? undefined)),
    logoError: logo.error,
    isSaving: save.isPending,
    isSavingLogo: logo.isPending,
  };
}
