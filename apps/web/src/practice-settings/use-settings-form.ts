import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type PracticeSettings, practiceSettingsQuery } from '../platform/practice-settings.ts';
import { ApiProblem, isProblem } from '../platform/problem.ts';
import {
  changeOf,
  differs,
  SETTINGS_FIELDS,
  settingsProblems,
  type SettingsValues,
  valuesOf,
} from './settings-values.ts';
import { updateSettings } from './update-settings.ts';

/** What stood in the form, and what somebody else saved meanwhile. */
export type Conflict = { mine: SettingsValues; theirs: SettingsValues };

/** Of two versions: one's own words where one changed them, the other's where only she did. */
function merged(base: SettingsValues, mine: SettingsValues, theirs: SettingsValues): SettingsValues {
  const adopted = SETTINGS_FIELDS.filter((field) => !differs(field, base, mine));
  return { ...mine, ...Object.fromEntries(adopted.map((field) => [field, theirs[field]])) };
}

/** A refusal of our own, in the shape of the server's. */
function ownProblem(problems: Readonly<Record<string, string>>): ApiProblem | undefined {
  const errors = Object.entries(problems).map(([field, detail]) => ({
    pointer: `/${field.replace('.', '/')}`,
    code: 'INVALID_VALUE',
    detail,
  }));
  if (errors.length === 0) return undefined;
  return new ApiProblem({ status: 400, code: 'INVALID_INPUT', detail: text('errors.INVALID_INPUT'), errors });
}

/** The settings as they are typed, checked and saved; a version that somebody else saved is never overwritten. */
export function useSettingsForm(settings: PracticeSettings) {
  const cache = useQueryClient();
  const [base, setBase] = useState(settings);
  const [values, setValues] = useState(() => valuesOf(settings));
  const [conflict, setConflict] = useState<Conflict>();
  const [refused, setRefused] = useState<ApiProblem>();
  const [outcome, setOutcome] = useState<'SAVED' | 'UNCHANGED'>();

  function take(now: PracticeSettings): void {
    setBase(now);
    cache.setQueryData(practiceSettingsQuery.queryKey, now);
  }
  const save = useMutation({
    mutationFn: (change: NonNullable<ReturnType<typeof changeOf>>) => updateSettings(base.version, change),
    onSuccess: (saved) => {
      take(saved);
      setValues(valuesOf(saved));
      setOutcome('SAVED');
    },
    onError: (error) => {
      if (!isProblem(error, 'STALE')) return;
      const theirs = error.current as PracticeSettings;
      setConflict({ mine: values, theirs: valuesOf(theirs) });
      setValues(merged(valuesOf(base), values, valuesOf(theirs)));
      take(theirs);
    },
  });

  function submit(): void {
    const problem = ownProblem(settingsProblems(values));
    const change = problem === undefined ? changeOf(valuesOf(base), values) : undefined;
    setRefused(problem);
    setConflict(undefined);
    setOutcome(problem === undefined && change === undefined ? 'UNCHANGED' : undefined);
    save.reset();
    if (change !== undefined) save.mutate(change);
  }
  return {
    values,
    set: (field: keyof SettingsValues, value: string) => {
      setOutcome(undefined);
      setValues((now) => ({ ...now, [field]: value }));
    },
    submit,
    conflict,
    problem: refused ?? (isProblem(save.error, 'STALE') ? undefined : (save.error ?? undefined)),
    outcome,
    isSaving: save.isPending,
  };
}
