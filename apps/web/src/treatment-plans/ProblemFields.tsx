import { Button, TextInput } from '@mantine/core';
import { type PlannedProblem, TREATMENT_PLAN_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { AreaField } from '../ui/AreaField.tsx';
import { changedAt, without } from '../ui/list-edits.ts';
import { numbered } from '../ui/numbered.ts';
import { EMPTY_PROBLEM } from './plan-form.ts';
import classes from './treatment-plans.module.css';
import paper from '../ui/Document.module.css';

type Props = {
  problems: readonly PlannedProblem[];
  errors: Readonly<Record<string, string>>;
  onChange: (problems: readonly PlannedProblem[]) => void;
};

/** Problems one under the other; a new one gets the focus. */
export function ProblemFields({ problems, errors, onChange }: Props) {
  const [added, setAdded] = useState<number>();
  const change = (at: number, part: Partial<PlannedProblem>): void => onChange(changedAt(problems, at, part));

  function remove(at: number): void {
    onChange(without(problems, at));
    setAdded(undefined);
    announce(text('treatmentPlans.problem.removed', { n: at + 1 }));
    document.getElementById('add-problem')?.focus();
  }
  return (
    <>
      {numbered(problems).map(({ key, row: problem, index }) => (
        <fieldset key={key} className={paper['group']}>
          <legend>{text('treatmentPlans.problem.number', { n: index + 1 })}</legend>
          <div className={classes['problem']}>
            <TextInput
              id={`problems.${index}.icpc`}
              label={text('treatmentPlans.problem.icpc')}
              autoComplete="off"
              maxLength={10}
              autoFocus={index === added}
              error={errors[`problems.${index}.icpc`]}
              value={problem.icpc ?? ''}
              onChange={({ currentTarget }) =>
                change(index, { icpc: currentTarget.value === '' ? null : currentTarget.value })
              }
            />
            <TextInput
              id={`problems.${index}.text`}
              label={text('treatmentPlans.problem.text')}
              autoComplete="off"
              withAsterisk
              aria-required
              maxLength={TREATMENT_PLAN_LIMITS.problem}
              error={errors[`problems.${index}.text`]}
              value={problem.text}
              onChange={({ currentTarget }) => change(index, { text: currentTarget.value })}
            />
          </div>
          <AreaField
            id={`problems.${index}.policy`}
            label={text('treatmentPlans.problem.policy')}
            hint={text('treatmentPlans.problem.policyHint')}
            maximum={TREATMENT_PLAN_LIMITS.policy}
            value={problem.policy}
            onChange={(policy) => change(index, { policy })}
          />
          <div>
            <Button variant="subtle" size="compact-sm" onClick={() => remove(index)}>
              {text('treatmentPlans.problem.remove', { n: index + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          id="add-problem"
          variant="default"
          disabled={problems.length >= TREATMENT_PLAN_LIMITS.problems}
          onClick={() => {
            setAdded(problems.length);
            onChange([...problems, EMPTY_PROBLEM]);
          }}
        >
          {text('treatmentPlans.problem.add')}
        </Button>
      </div>
    </>
  );
}
