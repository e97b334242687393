import { Button, Group } from '@mantine/core';
import { isMaintenanceGoal } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { ScoreThermometer } from '../ui/ScoreThermometer.tsx';
import { changeGoal, type Goal, reopenGoal, strikeScore } from './care-plan-queries.ts';
import { codeWords, dayWords } from './care-plan-words.ts';
import classes from './care-plans.module.css';
import { GoalActions } from './GoalActions.tsx';
import { GoalForm } from './GoalForm.tsx';
import type { PlanUse } from './plan-use.ts';
import { ReasonStep } from './ReasonStep.tsx';
import { ScoreDialog } from './ScoreDialog.tsx';
import { StopGoalDialog } from './StopGoalDialog.tsx';

type Open = 'EDIT' | 'SCORE' | 'STOP' | 'REOPEN' | 'STRIKE';
const RUNNING = ['ADOPTED', 'ACTIVE', 'EVALUATED'];

/** A goal with its thermometer, who does what, and how it went. */
export function GoalCard({ goal, use }: { goal: Goal; use: PlanUse }) {
  const [open, setOpen] = useState<Open>();
  const isRunning = RUNNING.includes(use.plan.state);
  const last = goal.state === 'OPEN' ? goal.scores.findLast(({ struck }) => struck === null) : undefined;
  const close = (): void => setOpen(undefined);
  const done = (): void => {
    close();
    use.onChanged();
  };
  return (
    <div className={classes['goal']} role="group" aria-label={text('carePlans.goal.of', { text: goal.text })}>
      <GoalWords goal={goal} />
      <ScoreThermometer start={goal.baselineScore} wish={goal.targetScore} now={goal.latestScore} />
      <ScoreHistory goal={goal} />
      {goal.evaluation && <p>{text('carePlans.goal.evaluation', { text: goal.evaluation })}</p>}
      <GoalActions goal={goal} use={use} />
      {use.mayWrite && (
        <Group gap="xs">
          {goal.state === 'OPEN' && isRunning && <Step label="carePlans.score.add" onClick={() => setOpen('SCORE')} />}
          {last && <Step label="carePlans.score.strike" onClick={() => setOpen('STRIKE')} />}
          {goal.state === 'OPEN' && <Step label="carePlans.goal.edit" onClick={() => setOpen('EDIT')} />}
          {goal.state === 'OPEN' && <Step label="carePlans.goal.stop" onClick={() => setOpen('STOP')} />}
          {goal.state !== 'OPEN' && isRunning && (
            <Step label="carePlans.goal.reopen" onClick={() => setOpen('REOPEN')} />
          )}
        </Group>
      )}
      {open === 'EDIT' && (
        <GoalForm
          title={text('carePlans.goal.edit')}
          start={goal}
          send={({ text: words, baselineScore, baselineOn, targetScore, targetDate }) =>
            changeGoal(goal.id, { text: words, baselineScore, baselineOn, targetScore, targetDate }, goal.version)
          }
          onDone={done}
          onClose={close}
        />
      )}
      {open === 'SCORE' && <ScoreDialog goal={goal} today={use.today} onDone={done} onClose={close} />}
      {open === 'STOP' && <StopGoalDialog goalId={goal.id} onDone={done} onClose={close} />}
      {open === 'STRIKE' && last && (
        <ReasonStep step="strike" send={(reason) => strikeScore(last.id, reason)} onDone={done} onClose={close} />
      )}
      {open === 'REOPEN' && (
        <ReasonStep step="reopen" send={(reason) => reopenGoal(goal.id, reason)} onDone={done} onClose={close} />
      )}
    </div>
  );
}

function Step({
  label,
  onClick,
}: {
  label:
    | 'carePlans.score.add'
    | 'carePlans.score.strike'
    | 'carePlans.goal.edit'
    | 'carePlans.goal.stop'
    | 'carePlans.goal.reopen';
  onClick: () => void;
}) {
  return (
    <Button variant="subtle" size="sm" onClick={onClick}>
      {text(label)}
    </Button>
  );
}

function GoalWords({ goal }: { goal: Goal }) {
  const isKept = isMaintenanceGoal({ baseline: goal.baselineScore, target: goal.targetScore });
  const facts = [
    codeWords('goal.state', goal.state),
    text('carePlans.goal.until', { day: dayWords(goal.targetDate) }),
    ...(isKept ? [text('carePlans.goal.maintenance')] : []),
  ];
  return (
    <>
      <p className={classes['words']}>{goal.text}</p>
      <p className={classes['quiet']}>{facts.join(' · ')}</p>
      {goal.class !== null && goal.endScore !== null && (
        <p>
          {text('carePlans.goal.result', {
            end: goal.endScore,
            class: codeWords('goal.class', goal.class),
            progress: goal.progress ?? 0,
            gap: goal.gap ?? 0,
          })}
        </p>
      )}
      {goal.state === 'STOPPED' && (
        <p>
          {text('carePlans.goal.stopped', {
            day: dayWords(goal.stoppedOn),
            reason: goal.stopText ?? codeWords('stopReason', goal.stopReason ?? 'OTHER'),
          })}
        </p>
      )}
    </>
  );
}

/** Every number on the way, struck ones too. */
function ScoreHistory({ goal }: { goal: Goal }) {
  if (goal.scores.length === 0) return null;
  const scores = goal.scores.map(({ score, on, struck }) =>
    struck === null
      ? text('carePlans.score.one', { score, day: dayWords(on) })
      : text('carePlans.score.struck', { score, day: dayWords(on), reason: struck.reason }),
  );
  return <p className={classes['quiet']}>{text('carePlans.score.list', { scores: scores.join(', ') })}</p>;
}
