import { Text } from '@mantine/core';
import { COACHING_PHASES, formatDutchDay, nextStep } from '@samenoud/domain';
import { findText, plural, text } from '@samenoud/texts';
import { stepState } from './network-form.ts';
import type { Coaching } from './network-queries.ts';
import classes from './networks.module.css';
import paper from '../ui/Document.module.css';

function phaseOf(step: number): string {
  const found = COACHING_PHASES.find(({ steps }) => steps.some((one) => one === step));
  return found === undefined ? '' : text(`networks.coaching.phase.${found.phase}`);
}

/** Where the client is on the path, in the order she takes it. */
export function CoachingRead({ coaching }: { coaching: Coaching }) {
  const { coach, startedOn, steps, evaluation } = coaching;
  const next = nextStep(steps);
  const done = steps.filter(({ doneOn }) => doneOn !== null).length;
  return (
    <>
      <Text>
        {[
          `${text('networks.coaching.coach')}: ${coach ?? text('networks.coaching.noCoach')}`,
          `${text('networks.coaching.startedOn')} ${formatDutchDay(startedOn)}`,
          plural('networks.coaching.progress', done),
        ].join(' · ')}
      </Text>
      <ol className={classes['steps']}>
        {steps.map((step) => (
          <li key={step.step}>
            <strong>{`${step.step}. ${findText(`networks.coaching.step.${step.step}`) ?? ''}`}</strong>
            <span className={paper['quiet']}>{phaseOf(step.step)}</span>
            {step === next ? (
              <span className={classes['now']}>{text('networks.coaching.next')}</span>
            ) : (
              <span>{stepState(step)}</span>
            )}
          </li>
        ))}
      </ol>
      {evaluation !== null && <Text>{`${text('networks.coaching.evaluation')}: ${evaluation}`}</Text>}
    </>
  );
}
