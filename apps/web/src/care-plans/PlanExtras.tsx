import { Anchor, Button, Group, Title } from '@mantine/core';
import { type Day, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type CarePlan, changePlan, type PlanChange, type PlanContent } from './care-plan-queries.ts';
import { changeWords, dayWords } from './care-plan-words.ts';
import { usePlanLayout } from './plan-layout.ts';
import classes from './care-plans.module.css';

/** What is agreed otherwise since an edition, until that is adopted in its turn. */
export function ChangesSince({
  changes,
  plan,
  title,
  hint,
}: {
  changes: readonly PlanChange[];
  plan: PlanContent;
  title: string;
  hint?: string;
}) {
  if (changes.length === 0) return null;
  return (
    <section className={classes['changes']}>
      <Title order={3}>{title}</Title>
      {hint !== undefined && <p className={classes['quiet']}>{hint}</p>}
      <ul>
        {changes.map((change) => (
          <li key={`${change.subject}${change.id ?? ''}${change.kind}`}>{changeWords(change, plan)}</li>
        ))}
      </ul>
    </section>
  );
}

export function PlanEditions({ plan, base }: { plan: CarePlan; base: string }) {
  if (plan.editions.length === 0) return null;
  return (
    <section>
      <Title order={3}>{text('carePlans.editions.title')}</Title>
      <ul className={classes['list']}>
        {plan.editions.map(({ edition, agreement }) => (
          <li key={edition}>
            <Link to={`${base}/${plan.id}/editions/${edition}`}>
              {text('carePlans.editions.one', { edition, day: formatDutchDay(agreement.on), by: agreement.by })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PlanEvaluations({ plan }: { plan: PlanContent }) {
  if ((plan.evaluations ?? []).length === 0) return null;
  return (
    <section>
      <Title order={3}>{text('carePlans.evaluations.title')}</Title>
      <ul className={classes['list']}>
        {plan.evaluations?.map(({ id, on, participants, whatNext }) => (
          <li key={id}>
            {text('carePlans.evaluations.one', { day: dayWords(on), participants })}
            {whatNext && <div>{text('carePlans.evaluations.next', { text: whatNext })}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type PapersProps = { plan: CarePlan; today: Day; mayWrite: boolean; onSaved: (plan: CarePlan) => void };

/** The plan on paper, and that the client got it. */
export function PlanPapers({ plan, today, mayWrite, onSaved }: PapersProps) {
  const [layout] = usePlanLayout();
  const given = useMutation({
    mutationFn: () => changePlan(plan.id, { copyGivenOn: today }, plan.version),
    onSuccess: onSaved,
  });
  return (
    <section>
      <Title order={3}>{text('carePlans.papers.title')}</Title>
      {given.error !== null && <ProblemSummary error={given.error} />}
      <ul className={classes['list']}>
        <li>
          <Anchor href={`/api/v1/care-plans/${plan.id}/agreements.pdf`} target="_blank">
            {text('carePlans.papers.agreed')}
          </Anchor>
        </li>
        <li>
          <Anchor href={`/api/v1/care-plans/${plan.id}/print.pdf?layout=${layout}`} target="_blank">
            {text(layout === 'BY_CHOICE' ? 'carePlans.papers.whole' : 'carePlans.papers.wholeByLifeArea')}
          </Anchor>
        </li>
      </ul>
      <Group>
        {mayWrite && plan.copyGivenOn !== today && (
          <Button variant="subtle" onClick={() => given.mutate()}>
            {text('carePlans.papers.copyGiven')}
          </Button>
        )}
      </Group>
    </section>
  );
}
