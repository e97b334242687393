import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { CARE_PLAN_LIMITS, type Day } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useIdempotencyKey } from '../platform/use-idempotency-key.ts';
import { fieldErrors } from '../platform/problem.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { ScoreField } from '../ui/ScoreField.tsx';
import { addScore, type Goal, type NewScore } from './care-plan-queries.ts';

type Props = { goal: Goal; today: Day; onDone: () => void; onClose: () => void };

/** A number of the client, on the way or at the end. */
export function ScoreDialog({ goal, today, onDone, onClose }: Props) {
  const [score, setScore] = useState<number>();
  const [on, setOn] = useState<string | undefined>(today);
  const [isEnd, setEnd] = useState(false);
  const [sentence, setSentence] = useState('');
  const [hasTried, setTried] = useState(false);
  const keyFor = useIdempotencyKey();
  const save = useMutation({
    mutationFn: (body: NewScore) => addScore(goal.id, body, keyFor(body)),
    onSuccess: onDone,
  });
  const refused = fieldErrors(save.error);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (score === undefined || on === undefined) document.getElementById(score === undefined ? 'score' : 'on')?.focus();
    else if (!save.isPending) save.mutate({ score, on, kind: isEnd ? 'END' : 'INTERIM', evaluation: isEnd && sentence.trim() !== '' ? sentence : null }); // prettier-ignore
  }
  return (
    <Dialog title={text('carePlans.score.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <ScoreField
            id="score"
            data-autofocus
            w="auto"
            label={text('carePlans.score.score')}
            value={score}
            error={hasTried && score === undefined ? text('errors.OUT_OF_RANGE', { min: 0, max: 10 }) : undefined}
            onChange={setScore}
          />
          <DateField id="on" label={text('carePlans.score.on')} value={on} error={refused['on']} onChange={setOn} />
          <Checkbox
            label={text('carePlans.score.end')}
            checked={isEnd}
            onChange={({ currentTarget }) => setEnd(currentTarget.checked)}
          />
          {isEnd && (
            <TextInput
              label={text('carePlans.score.evaluation')}
              maxLength={CARE_PLAN_LIMITS.sentence}
              value={sentence}
              onChange={({ currentTarget }) => setSentence(currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'carePlans.saving' : 'carePlans.score.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
