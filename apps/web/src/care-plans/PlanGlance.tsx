import { Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { ApiProblem } from '../platform/problem.ts';
import { HiddenNote, type HiddenReason } from '../ui/HiddenNote.tsx';
import { ScoreThermometer } from '../ui/ScoreThermometer.tsx';
import { type CarePlan, carePlanQuery, carePlansQuery } from './care-plan-queries.ts';
import classes from './care-plans.module.css';

const REFUSALS: readonly string[] = ['ROLE', 'NO_BASIS', 'RESTRICTED'] satisfies HiddenReason[];

/** What matters to this person and what she works on, out of the plan that is open; what may not be seen is named, and not shown. */
export function PlanGlance({ clientId }: { clientId: string }) {
  const titleId = useId();
  const { data: plans, error } = useQuery({ ...carePlansQuery(clientId), retry: false });
  const open = plans?.items.find(({ state }) => state !== 'CLOSED');
  const { data: plan } = useQuery({ ...carePlanQuery(clientId, open?.id ?? ''), enabled: open !== undefined });
  const refused = refusalOf(error) ?? plan?.hidden?.[0]?.code;
  if (plans === undefined && refused === undefined) return null;
  if (open !== undefined && plan === undefined) return null;
  const goals = plan?.problems?.flatMap((problem) => problem.goals).filter(({ state }) => state === 'OPEN') ?? [];
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} id={titleId} mb="sm">
        {text('carePlans.glance.title')}
      </Title>
      {plans !== undefined && open === undefined && <p className={classes['quiet']}>{text('carePlans.glance.none')}</p>}
      {plan?.problems !== undefined && <Matters plan={plan} />}
      {goals.length > 0 && (
        <ul className={classes['glance']} aria-label={text('carePlans.glance.goals')}>
          {goals.map((goal) => (
            <li key={goal.id}>
              <Link to={`/clients/${clientId}/care-plan`}>{goal.text}</Link>{' '}
              <span className={classes['quiet']}>
                {text('carePlans.goal.until', { day: formatDutchDay(goal.targetDate) })}
              </span>
              <ScoreThermometer start={goal.baselineScore} wish={goal.targetScore} now={goal.latestScore} />
            </li>
          ))}
        </ul>
      )}
      {plan?.problems !== undefined && goals.length === 0 && (
        <p className={classes['quiet']}>{text('carePlans.glance.noGoals')}</p>
      )}
      {refused !== undefined && <HiddenNote code={refused} what={text('carePlans.glance.what')} />}
    </section>
  );
}

/** Her own words, as they were said. */
function Matters({ plan: { whatMatters } }: { plan: CarePlan }) {
  if (!whatMatters) return <p className={classes['quiet']}>{text('carePlans.glance.noWords')}</p>;
  return <blockquote className={classes['quote']}>{whatMatters}</blockquote>;
}

const refusalOf = (error: unknown): HiddenReason | undefined =>
  error instanceof ApiProblem && REFUSALS.includes(error.code) ? (error.code as HiddenReason) : undefined;
