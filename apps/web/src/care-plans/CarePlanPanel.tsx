import { Title } from '@mantine/core';
import type { Day } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import type { CarePlan } from './care-plan-queries.ts';
import type { NameOf } from './care-plan-words.ts';
import classes from './care-plans.module.css';
import { usePlanCache } from './plan-cache.ts';
import { ChangesSince, PlanEditions, PlanEvaluations, PlanPapers } from './PlanExtras.tsx';
import { PlanHead } from './PlanHead.tsx';
import { PlanSteps } from './PlanSteps.tsx';
import { PlanTexts, PlanTextsRead } from './PlanTexts.tsx';
import type { PlanUse } from './plan-use.ts';
import { ProblemList, ProblemsTitle } from './ProblemList.tsx';
import { ProblemSuggestions } from './ProblemSuggestions.tsx';

type Props = {
  plan: CarePlan;
  clientName: string;
  base: string;
  today: Day;
  mayUpdate: boolean;
  mayFinalise: boolean;
  nameOf: NameOf;
  colleagues: PlanUse['colleagues'];
  /** What somebody who opens the plan has to know first. */
  flag?: ReactNode;
};

/** One plan: where it stands, who this person is, what she wants to work on, and the papers. */
export function CarePlanPanel({
  plan,
  clientName,
  base,
  today,
  mayUpdate,
  mayFinalise,
  nameOf,
  colleagues,
  flag,
}: Props) {
  const cache = usePlanCache(plan.clientId, plan.id);
  const isDatesOnly = plan.problems === undefined;
  const mayWrite = mayUpdate && plan.state !== 'CLOSED' && !isDatesOnly;
  const use = { plan, today, mayWrite, nameOf, colleagues, onChanged: cache.again };
  if (isDatesOnly)
    return (
      <div className={classes['panel']}>
        <Title order={2}>{text('carePlans.head.title')}</Title>
        {flag}
        <PlanHead plan={plan} />
        <p className={classes['quiet']}>{text('carePlans.datesOnly')}</p>
      </div>
    );
  return (
    <div className={classes['panel']}>
      <section>
        <Title order={2}>{text('carePlans.head.title')}</Title>
        {flag}
        <PlanHead plan={plan} />
        {mayWrite && (
          <PlanSteps
            plan={plan}
            clientName={clientName}
            today={today}
            mayUpdate={mayUpdate}
            mayFinalise={mayFinalise}
            onDone={cache.put}
          />
        )}
        {plan.hidden && <HiddenNote code={plan.hidden[0]?.code ?? 'NO_BASIS'} what={text('carePlans.hiddenParts')} />}
      </section>
      <ChangesSince
        changes={plan.changedSinceEdition ?? []}
        plan={plan}
        title={text('carePlans.changed.title', { edition: plan.edition })}
        hint={text('carePlans.changed.hint')}
      />
      {mayWrite ? <PlanTexts plan={plan} onSaved={cache.put} /> : <PlanTextsRead plan={plan} />}
      <section>
        <ProblemsTitle />
        {mayWrite && (
          <ProblemSuggestions
            clientId={plan.clientId}
            planId={plan.id}
            problems={plan.problems ?? []}
            today={today}
            onAdded={cache.again}
          />
        )}
        <ProblemList use={use} />
      </section>
      <PlanEvaluations plan={plan} />
      <PlanPapers plan={plan} today={today} mayWrite={mayWrite} onSaved={cache.put} />
      <PlanEditions plan={plan} base={base} />
    </div>
  );
}
