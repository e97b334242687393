import { Group, Title } from '@mantine/core';
import { byLifeArea, PLAN_LAYOUTS, PROBLEM_CHOICES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Chip, ChipGroup } from '../ui/Chips.tsx';
import { lifeAreasQuery, type Problem } from './care-plan-queries.ts';
import classes from './care-plans.module.css';
import { usePlanLayout } from './plan-layout.ts';
import type { PlanUse } from './plan-use.ts';
import { ProblemCard } from './ProblemCard.tsx';

/** „Problemen”, with the choice how they are laid out. */
export function ProblemsTitle() {
  const [layout, setLayout] = usePlanLayout();
  return (
    <Group justify="space-between" gap="xs">
      <Title order={2}>{text('carePlans.problem.title')}</Title>
      <ChipGroup name={text('carePlans.layout.name')}>
        {PLAN_LAYOUTS.map((one) => (
          <Chip
            key={one}
            label={text(`carePlans.layout.${one}`)}
            isOn={one === layout}
            onToggle={() => setLayout(one)}
          />
        ))}
      </ChipGroup>
    </Group>
  );
}

/** The problems of a plan in one of two lay-outs; those that are none any more last. */
export function ProblemList({ use }: { use: PlanUse }) {
  const [layout] = usePlanLayout();
  const { problems = [] } = use.plan;
  const open = problems.filter(({ closedOn }) => closedOn === null);
  const closed = problems.filter(({ closedOn }) => closedOn !== null);
  const cards = (some: readonly Problem[]): ReactNode =>
    some.map((problem) => <ProblemCard key={problem.id} problem={problem} use={use} />);
  return (
    <>
      {problems.length === 0 && <p className={classes['quiet']}>{text('carePlans.problem.none')}</p>}
      {layout === 'BY_CHOICE' ? (
        <ByChoice problems={open} cards={cards} />
      ) : (
        <ByLifeArea problems={open} cards={cards} />
      )}
      {cards(closed)}
    </>
  );
}

type Props = { problems: readonly Problem[]; cards: (some: readonly Problem[]) => ReactNode };

/** By what the client chose: now, later, not now. */
function ByChoice({ problems, cards }: Props) {
  return PROBLEM_CHOICES.map((choice) => {
    const chosen = problems.filter(({ wantsToWorkOnIt }) => wantsToWorkOnIt === choice);
    return chosen.length === 0 ? null : (
      <section key={choice}>
        <Title order={3} className={classes['group'] ?? ''}>
          {text(`carePlans.problem.groups.${choice}`)}
        </Title>
        {cards(chosen)}
      </section>
    );
  });
}

/** By area of life, those without a problem too: the method goes over all of them. */
function ByLifeArea({ problems, cards }: Props) {
  const { data } = useQuery(lifeAreasQuery);
  if (data === undefined) return null;
  return byLifeArea(problems, data.items).map(({ area, problems: some }) => (
    <section key={area?.code ?? ''}>
      <Title order={3} className={classes['group'] ?? ''}>
        {area?.label ?? text('carePlans.layout.others')}
      </Title>
      {some.length === 0 ? <p className={classes['quiet']}>{text('carePlans.layout.nothing')}</p> : cards(some)}
    </section>
  ));
}
