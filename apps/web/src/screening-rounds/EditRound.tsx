import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import { changedBody, changedRoundFields, type MergedRound, mergeRounds, valuesOf } from './round-form.ts';
import { ROUNDS_KEY, updateRound } from './round-queries.ts';
import type { Round } from './round-types.ts';
import { RoundConflict } from './RoundConflict.tsx';
import { RoundForm } from './RoundForm.tsx';
import classes from './screening-rounds.module.css';

type Props = { round: Round; reminderDays: readonly [number, number]; onDone: () => void };

/** Name and days of a round; what somebody else saved meanwhile is shown and kept. */
export function EditRound({ round, reminderDays, onDone }: Props) {
  const cache = useQueryClient();
  const [base, setBase] = useState(() => ({ version: round.version, values: valuesOf(round) }));
  const [values, setValues] = useState(base.values);
  const [merged, setMerged] = useState<MergedRound>();
  const [revision, setRevision] = useState(0);
  const [isUnchanged, setUnchanged] = useState(false);

  function rebase(current: Round): void {
    const theirs = valuesOf(current);
    const both = mergeRounds(base.values, values, theirs);
    setMerged(both);
    setValues(both.values);
    setBase({ version: current.version, values: theirs });
    setRevision(revision + 1);
  }
  const save = useMutation({
    mutationFn: () => updateRound(round.id, base.version, changedBody(values, changedRoundFields(base.values, values))),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ROUNDS_KEY });
      onDone();
    },
    onError: (error) => {
      if (isProblem(error, 'STALE')) rebase(error.current as Round);
    },
  });

  function submit(): void {
    const isSame = changedRoundFields(base.values, values).length === 0;
    setUnchanged(isSame);
    if (isSame) return;
    setMerged(undefined);
    save.mutate();
  }
  return (
    <div className={classes['narrow']}>
      {merged !== undefined && <RoundConflict merged={merged} values={values} />}
      <RoundForm
        values={values}
        onChange={setValues}
        revision={revision}
        reminderDays={reminderDays}
        daysFollow={false}
        submitLabel={text('screeningRounds.form.save')}
        isSaving={save.isPending}
        error={isProblem(save.error, 'STALE') ? undefined : save.error}
        note={isUnchanged ? text('screeningRounds.form.nothingChanged') : undefined}
        onSubmit={submit}
        onCancel={onDone}
      />
    </div>
  );
}
