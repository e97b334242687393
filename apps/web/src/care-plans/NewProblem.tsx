import { Button, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { addMonths, CARE_PLAN_LIMITS, type Day, EVALUATION_AFTER_MONTHS, PROBLEM_CHOICES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { DateField } from '../ui/DateField.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import { ScoreField } from '../ui/ScoreField.tsx';
import { addGoal, addProblem, problemAreasQuery } from './care-plan-queries.ts';
import classes from './care-plans.module.css';
import { ConfirmWorse } from './ConfirmWorse.tsx';

type Props = {
  planId: string;
  /** Code of the suggestion that was taken; null to choose one. */
  area: string | null;
  today: Day;
  onDone: () => void;
  onClose: () => void;
};
type Choice = (typeof PROBLEM_CHOICES)[number];

/** A problem in the client's words and, in one go, a first goal: number, wish and day. Enter saves. */
export function NewProblem({ planId, area: given, today, onDone, onClose }: Props) {
  const { data: areas } = useQuery(problemAreasQuery);
  const [area, setArea] = useState(given ?? '');
  const [description, setDescription] = useState('');
  const [severity, setSeverity] = useState<number>();
  const [choice, setChoice] = useState<Choice>('YES');
  const [goal, setGoal] = useState('');
  const [wish, setWish] = useState<number>();
  const [targetDate, setTargetDate] = useState<string | undefined>(addMonths(today, EVALUATION_AFTER_MONTHS));
  const [asks, setAsks] = useState(false);
  const [hasTried, setTried] = useState(false);
  const keys = useRef([createIdempotencyKey(), createIdempotencyKey()] as const);
  const hasGoal = goal.trim() !== '';
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);

  const save = useMutation({
    mutationFn: async () => {
      const problem = await addProblem(planId, { area: area as never, description, severity: severity ?? null, wantsToWorkOnIt: choice }, keys.current[0]); // prettier-ignore
      if (hasGoal && severity !== undefined && wish !== undefined && targetDate !== undefined)
        await addGoal(planId, { problemId: problem.id, text: goal, baselineScore: severity, targetScore: wish, targetDate }, keys.current[1]); // prettier-ignore
    },
    onSuccess: onDone,
  });
  const missing = {
    area: area === '',
    description: description.trim() === '',
    severity: hasGoal && severity === undefined,
    wish: hasGoal && wish === undefined,
    targetDate: hasGoal && targetDate === undefined,
  };
  const fault = (field: keyof typeof missing) => (hasTried && missing[field] ? text('errors.REQUIRED') : undefined);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const wrong = (Object.keys(missing) as (keyof typeof missing)[]).find((field) => missing[field]);
    if (wrong !== undefined) document.getElementById(`new-${wrong}`)?.focus();
    else if (hasGoal && Number(wish) > Number(severity)) setAsks(true);
    else if (!save.isPending) save.mutate();
  }

  return (
    <form noValidate onSubmit={submit} className={classes['form']} aria-labelledby="new-problem">
      <Title order={3} id="new-problem">
        {given === null
          ? text('carePlans.problem.newOther')
          : text('carePlans.problem.newTitle', { area: areas?.items.find(({ code }) => code === given)?.label ?? '' })}
      </Title>
      <Stack gap="sm">
        {save.error !== null && <ProblemSummary error={save.error} />}
        {given === null && (
          <NativeSelect
            id="new-area"
            label={text('carePlans.problem.area')}
            value={area}
            error={fault('area')}
            onChange={({ currentTarget }) => setArea(currentTarget.value)}
          >
            <option value="">{text('carePlans.problem.areaChoose')}</option>
            {areas?.items.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </NativeSelect>
        )}
        <TextInput
          ref={first}
          id="new-description"
          label={text('carePlans.problem.description')}
          maxLength={CARE_PLAN_LIMITS.description}
          value={description}
          error={fault('description')}
          onChange={({ currentTarget }) => setDescription(currentTarget.value)}
        />
        <ScoreField
          id="new-severity"
          label={text('carePlans.problem.severity')}
          w="auto"
          value={severity}
          error={fault('severity')}
          onChange={setSeverity}
        />
        <TextInput
          id="new-goal"
          label={text('carePlans.goal.text')}
          description={text('carePlans.problem.goalLegend')}
          maxLength={CARE_PLAN_LIMITS.goal}
          value={goal}
          onChange={({ currentTarget }) => setGoal(currentTarget.value)}
        />
        {hasGoal && (
          <Group align="flex-end">
            <ScoreField
              id="new-wish"
              label={text('carePlans.goal.target')}
              w="auto"
              value={wish}
              error={fault('wish')}
              onChange={setWish}
            />
            <DateField
              id="new-targetDate"
              label={text('carePlans.goal.targetDate')}
              value={targetDate}
              error={fault('targetDate')}
              onChange={setTargetDate}
            />
          </Group>
        )}
        <RadioQuestion
          legend={text('carePlans.problem.choice')}
          choices={PROBLEM_CHOICES.map((code) => ({ code, label: text(`carePlans.problem.choices.${code}`) }))}
          value={choice}
          onChange={setChoice}
        />
        <Group>
          <Button type="submit" variant="light" disabled={save.isPending}>
            {text(save.isPending ? 'carePlans.saving' : 'carePlans.problem.add')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('common.cancel')}
          </Button>
        </Group>
      </Stack>
      {asks && (
        <ConfirmWorse
          baseline={Number(severity)}
          target={Number(wish)}
          onConfirm={() => {
            setAsks(false);
            save.mutate();
          }}
          onCancel={() => setAsks(false)}
        />
      )}
    </form>
  );
}
