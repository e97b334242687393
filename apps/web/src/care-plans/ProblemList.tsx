import { Title } from '@mantine/core';
import { PROBLEM_CHOICES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import classes from './care-plans.module.css';
import type { PlanUse } from './plan-use.ts';
import { ProblemCard } from './ProblemCard.tsx';

/** Problems by what the client chose: now, later, not now; those that are none any more last. */
export function ProblemList({ use }: { use: PlanUse }) {
  const { problems = [] } = use.plan;
  const open = problems.filter(({ closedOn }) => closedOn === null);
  const closed = problems.filter(({ closedOn }) => closedOn !== null);
  return (
    <>
      {problems.length === 0 && <p className={classes['quiet']}>{text('carePlans.problem.none')}</p>}
      {PROBLEM_CHOICES.map((choice) => {
        const chosen = open.filter(({ wantsToWorkOnIt }) => wantsToWorkOnIt === choice);
        return chosen.length === 0 ? null : (
          <section key={choice}>
            <Title order={3} className={classes['group'] ?? ''}>
              {text(`carePlans.problem.groups.${choice}`)}
            </Title>
            {chosen.map((problem) => (
              <ProblemCard key={problem.id} problem={problem} use={use} />
            ))}
          </section>
        );
      })}
      {closed.map((problem) => (
        <ProblemCard key={problem.id} problem={problem} use={use} />
      ))}
    </>
  );
}
