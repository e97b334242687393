import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { addMonths, CARE_PLAN_LIMITS, EVALUATION_AFTER_MONTHS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { fieldErrors } from '../platform/problem.ts';
import { DateField } from '../ui/DateField.tsx';
import { ScoreField } from '../ui/ScoreField.tsx';
import { addScore, evaluatePlan, type Goal } from './care-plan-queries.ts';
import classes from './care-plans.module.css';
import type { StepDialog } from './step-dialog.ts';
import { StepForm } from './StepForm.tsx';

type Verdict = { sentence: string; end: number | undefined; continues: boolean; key: string };

/** Looking back together: per open goal a number at its end or that it goes on, and one sentence. */
export function EvaluateDialog({ plan, clientName, today, onDone, onClose }: StepDialog) {
  const [goals] = useState(() =>
    (plan.problems ?? []).flatMap((problem) => problem.goals).filter(({ state }) => state === 'OPEN'),
  );
  const [verdicts, setVerdicts] = useState<Readonly<Record<string, Verdict>>>(() =>
    Object.fromEntries(
      goals.map(({ id }) => [id, { sentence: '', end: undefined, continues: false, key: createIdempotencyKey() }]),
    ),
  );
  const [on, setOn] = useState<string | undefined>(today);
  const [whom, setWhom] = useState(clientName);
  const [whatNext, setWhatNext] = useState('');
  const [next, setNext] = useState<string | undefined>(addMonths(today, EVALUATION_AFTER_MONTHS));
  const [hasTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const judged = goals.map((goal) => ({ goal, verdict: verdicts[goal.id] }));
      for (const { goal, verdict } of judged)
        if (verdict?.end !== undefined)
          await addScore(goal.id, { on: on ?? '', score: verdict.end, kind: 'END' }, verdict.key);
      return evaluatePlan(plan.id, {
        on: on ?? '',
        participants: whom,
        goals: judged.map(({ goal, verdict }) => ({
          goalId: goal.id,
          text: verdict?.sentence ?? '',
          continues: verdict?.continues ?? false,
        })),
        whatNext: whatNext.trim() === '' ? null : whatNext,
        nextEvaluationOn: next ?? '',
      });
    },
    onSuccess: onDone,
  });
  const refused = fieldErrors(save.error);
  const isJudged = ({ id }: Goal): boolean => verdicts[id]?.continues === true || verdicts[id]?.end !== undefined;
  const isSaid = ({ id }: Goal): boolean => verdicts[id]?.sentence.trim() !== '';
  const set = (id: string, change: Partial<Verdict>): void =>
    setVerdicts((before) => ({ ...before, [id]: { ...(before[id] as Verdict), ...change } }));

  function submit(): void {
    setTried(true);
    const open = goals.find((goal) => !isJudged(goal) || !isSaid(goal));
    if (open === undefined) save.mutate();
    else document.getElementById(`${isJudged(open) ? 'sentence' : 'end'}-${open.id}`)?.focus();
  }
  return (
    <StepForm
      title={text('carePlans.evaluate.title')}
      saveLabel={text('carePlans.evaluate.save')}
      error={save.error}
      isBusy={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <DateField
        id="on"
        data-autofocus
        label={text('carePlans.evaluate.on')}
        value={on}
        error={refused['on']}
        onChange={setOn}
      />
      <TextInput
        id="participants"
        label={text('carePlans.evaluate.participants')}
        maxLength={CARE_PLAN_LIMITS.sentence}
        value={whom}
        error={refused['participants']}
        onChange={({ currentTarget }) => setWhom(currentTarget.value)}
      />
      {goals.length === 0 && <p className={classes['quiet']}>{text('carePlans.evaluate.none')}</p>}
      {goals.map((goal) => (
        <fieldset key={goal.id} className={classes['verdict']}>
          <legend>{text('carePlans.evaluate.goal', { text: goal.text })}</legend>
          <ScoreField
            id={`end-${goal.id}`}
            w="auto"
            label={text('carePlans.evaluate.end')}
            value={verdicts[goal.id]?.end}
            error={hasTried && !isJudged(goal) ? text('carePlans.evaluate.judge') : undefined}
            onChange={(end) => set(goal.id, { end, continues: false })}
          />
          <Checkbox
            label={text('carePlans.evaluate.continues')}
            checked={verdicts[goal.id]?.continues ?? false}
            onChange={({ currentTarget }) =>
              set(goal.id, currentTarget.checked ? { continues: true, end: undefined } : { continues: false })
            }
          />
          <TextInput
            id={`sentence-${goal.id}`}
            label={text('carePlans.evaluate.sentence', { text: goal.text })}
            maxLength={CARE_PLAN_LIMITS.sentence}
            value={verdicts[goal.id]?.sentence ?? ''}
            error={hasTried && !isSaid(goal) ? text('errors.REQUIRED') : undefined}
            onChange={({ currentTarget }) => set(goal.id, { sentence: currentTarget.value })}
          />
        </fieldset>
      ))}
      <Textarea
        size="md"
        autosize
        label={text('carePlans.evaluate.whatNext')}
        maxLength={CARE_PLAN_LIMITS.evaluation}
        value={whatNext}
        onChange={({ currentTarget }) => setWhatNext(currentTarget.value)}
      />
      <DateField
        id="nextEvaluationOn"
        label={text('carePlans.evaluate.next')}
        value={next}
        error={refused['nextEvaluationOn']}
        onChange={setNext}
      />
    </StepForm>
  );
}
