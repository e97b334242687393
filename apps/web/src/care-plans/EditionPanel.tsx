import { Title } from '@mantine/core';
import { type Day, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { editionQuery } from './care-plan-queries.ts';
import type { NameOf } from './care-plan-words.ts';
import classes from './care-plans.module.css';
import { ChangesSince, PlanEvaluations } from './PlanExtras.tsx';
import { PlanHead } from './PlanHead.tsx';
import { PlanTextsRead } from './PlanTexts.tsx';
import { ProblemList, ProblemsTitle } from './ProblemList.tsx';

type Props = { clientId: string; planId: string; edition: string; base: string; today: Day; nameOf: NameOf };

const nothing = (): void => undefined;

/** An edition as it was adopted, to read. */
export function EditionPanel({ clientId, planId, edition, base, today, nameOf }: Props) {
  const { data } = useSuspenseQuery(editionQuery(clientId, planId, edition));
  const plan = { ...data.plan, editions: [] };
  return (
    <div className={classes['panel']}>
      <section>
        <Link to={base}>{text('carePlans.backToPlan')}</Link>
        <Title order={2}>{text('carePlans.editions.view', { edition: data.edition })}</Title>
        <p>{text('carePlans.editions.asItWas', { day: formatDutchDay(data.agreement.on) })}</p>
        <PlanHead plan={plan} />
      </section>
      <ChangesSince changes={data.changes} plan={plan} title={text('carePlans.changed.titleOfEdition')} />
      <PlanTextsRead plan={plan} />
      <section>
        <ProblemsTitle />
        <ProblemList use={{ plan, today, mayWrite: false, nameOf, colleagues: [], onChanged: nothing }} />
      </section>
      <PlanEvaluations plan={plan} />
    </div>
  );
}
