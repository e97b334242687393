import { Button, Group, Stack, TextInput } from '@mantine/core';
import { CARE_PLAN_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldErrors } from '../platform/problem.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { ScoreField } from '../ui/ScoreField.tsx';
import { ConfirmWorse } from './ConfirmWorse.tsx';

export type GoalValues = {
  text: string;
  baselineScore: number | undefined;
  baselineOn: string | undefined;
  targetScore: number | undefined;
  targetDate: string | undefined;
};
type WholeGoal = { [Key in keyof GoalValues]: NonNullable<GoalValues[Key]> };
type Props = {
  title: string;
  start: GoalValues;
  send: (goal: WholeGoal) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
};

/** Start, wish and days of a goal. What the server refuses stands at its field. */
export function GoalForm({ title, start, send, onDone, onClose }: Props) {
  const [goal, setGoal] = useState(start);
  const [hasTried, setTried] = useState(false);
  const [asks, setAsks] = useState(false);
  const save = useMutation({ mutationFn: () => send(goal as WholeGoal), onSuccess: onDone });
  const refused = fieldErrors(save.error);
  const isEmpty = (field: keyof GoalValues): boolean => goal[field] === undefined || goal[field] === '';
  const fault = (field: keyof GoalValues) => refused[field] ?? (hasTried && isEmpty(field) ? text('errors.REQUIRED') : undefined); // prettier-ignore
  const set = (change: Partial<GoalValues>): void => setGoal((before) => ({ ...before, ...change }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const wrong = (Object.keys(goal) as (keyof GoalValues)[]).find(isEmpty);
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (Number(goal.targetScore) > Number(goal.baselineScore)) setAsks(true);
    else if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <TextInput
            id="text"
            data-autofocus
            label={text('carePlans.goal.text')}
            maxLength={CARE_PLAN_LIMITS.goal}
            value={goal.text}
            error={fault('text')}
            onChange={({ currentTarget }) => set({ text: currentTarget.value })}
          />
          <Group align="flex-end">
            <ScoreField
              id="baselineScore"
              w="auto"
              label={text('carePlans.goal.baseline')}
              value={goal.baselineScore}
              error={fault('baselineScore')}
              onChange={(baselineScore) => set({ baselineScore })}
            />
            <ScoreField
              id="targetScore"
              w="auto"
              label={text('carePlans.goal.target')}
              value={goal.targetScore}
              error={fault('targetScore')}
              onChange={(targetScore) => set({ targetScore })}
            />
          </Group>
          <Group align="flex-end">
            <DateField
              id="baselineOn"
              label={text('carePlans.goal.baselineOn')}
              value={goal.baselineOn}
              error={fault('baselineOn')}
              onChange={(baselineOn) => set({ baselineOn })}
            />
            <DateField
              id="targetDate"
              label={text('carePlans.goal.targetDate')}
              value={goal.targetDate}
              error={fault('targetDate')}
              onChange={(targetDate) => set({ targetDate })}
            />
          </Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'carePlans.saving' : 'carePlans.goal.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {asks && (
        <ConfirmWorse
          baseline={Number(goal.baselineScore)}
          target={Number(goal.targetScore)}
          onConfirm={() => {
            setAsks(false);
            save.mutate();
          }}
          onCancel={() => setAsks(false)}
        />
      )}
    </Dialog>
  );
}
