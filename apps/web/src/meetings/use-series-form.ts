import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, isProblem } from '../platform/problem.ts';
import { type MeetingSeries, putSeries, seriesQuery } from './series-queries.ts';
import { bodyOf, differs, SERIES_FIELDS, type SeriesField, seriesProblems, type SeriesValues, valuesOf } from './series-values.ts'; // prettier-ignore

/** What stood in the form, and what somebody else saved meanwhile. */
type Conflict = { mine: SeriesValues; theirs: SeriesValues };

/** Of two versions: one's own where one changed it, the other's where only she did. */
function merged(base: SeriesValues, mine: SeriesValues, theirs: SeriesValues): SeriesValues {
  const adopted = SERIES_FIELDS.filter((field) => !differs(field, base, mine));
  return { ...mine, ...Object.fromEntries(adopted.map((field) => [field, theirs[field]])) };
}

/** A refusal of our own, in the shape of the server's. */
function ownProblem(values: SeriesValues): ApiProblem | undefined {
  const errors = Object.entries(seriesProblems(values)).map(([field, detail]) => ({
    pointer: `/${field}`,
    code: 'INVALID_VALUE',
    detail,
  }));
  if (errors.length === 0) return undefined;
  return new ApiProblem({ status: 400, code: 'INVALID_INPUT', detail: text('errors.INVALID_INPUT'), errors });
}

/** The series as it is typed, checked and saved; a version that somebody else saved is never overwritten. */
export function useSeriesForm(series: MeetingSeries) {
  const cache = useQueryClient();
  const [base, setBase] = useState(series);
  const [values, setValues] = useState(() => valuesOf(series));
  const [conflict, setConflict] = useState<Conflict>();
  const [refused, setRefused] = useState<ApiProblem>();
  const [isSaved, setSaved] = useState(false);

  function take(now: MeetingSeries, next: SeriesValues): void {
    setBase(now);
    setValues(next);
    cache.setQueryData(seriesQuery.queryKey, now);
  }
  const save = useMutation({
    mutationFn: () => putSeries(base.version, bodyOf(values)),
    onSuccess: (saved) => {
      take(saved, valuesOf(saved));
      setSaved(true);
    },
    onError: (error) => {
      if (!isProblem(error, 'STALE')) return;
      const theirs = error.current as MeetingSeries;
      setConflict({ mine: values, theirs: valuesOf(theirs) });
      take(theirs, merged(valuesOf(base), values, valuesOf(theirs)));
    },
  });
  return {
    base,
    values,
    conflict,
    isSaved,
    isSaving: save.isPending,
    problem: refused ?? (isProblem(save.error, 'STALE') ? undefined : (save.error ?? undefined)),
    set: (field: SeriesField, value: string) => {
      setSaved(false);
      setValues((now) => ({ ...now, [field]: value }));
    },
    submit: () => {
      setConflict(undefined);
      setSaved(false);
      save.reset();
      const problem = ownProblem(values);
      setRefused(problem);
      if (problem === undefined) save.mutate();
    },
  };
}
