import { Button, Text, Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay, formatPhone } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { isProblem } from '../platform/problem.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailurePanel } from '../ui/FailurePanel.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { numbered } from '../ui/numbered.ts';
import { helpWords, nameWords, surroundingsWords } from './surroundings-form.ts';
import { SurroundingsForm } from './SurroundingsForm.tsx';
import { type OtherSurroundingsPlan, printSurroundings, type SurroundingsPlan, surroundingsQuery } from './surroundings-queries.ts'; // prettier-ignore
import classes from './surroundings-plans.module.css';
import paper from '../ui/Document.module.css';

type Props = { clientId: string; today: string; mayWrite: boolean; nameOf: (userId: string) => string };

/** Who does what when things go wrong, and the same on paper. */
export function SurroundingsSection({ clientId, today, mayWrite, nameOf }: Props) {
  const cache = useQueryClient();
  const { data: plan, error, refetch } = useQuery(surroundingsQuery(clientId));
  const [isEditing, setEditing] = useState(false);

  function saved(now: SurroundingsPlan): void {
    cache.setQueryData(surroundingsQuery(clientId).queryKey, now);
    setEditing(false);
    announce(text('surroundingsPlans.saved'));
    requestAnimationFrame(() => document.getElementById('surroundings-title')?.focus());
  }
  const isThere = plan !== undefined && plan.version > 0 && plan.hidden === undefined;
  return (
    <section aria-labelledby="surroundings-title">
      <div className={paper['head']}>
        <Title order={2} id="surroundings-title" tabIndex={-1}>
          {text('surroundingsPlans.title')}
        </Title>
        {mayWrite && isThere && !isEditing && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {text('surroundingsPlans.edit')}
          </Button>
        )}
      </div>
      {error !== null && !isProblem(error, 'NO_BASIS') && <FailurePanel error={error} onRetry={() => void refetch()} />}
      {plan?.hidden !== undefined && (
        <Text>
          {plan.reviewOn === null
            ? text('surroundingsPlans.datesOnlyNone')
            : text('surroundingsPlans.datesOnly', { day: formatDutchDay(plan.reviewOn) })}
        </Text>
      )}
      {plan !== undefined && isEditing && (
        <SurroundingsForm plan={plan} today={today} onSaved={saved} onCancel={() => setEditing(false)} />
      )}
      {plan !== undefined && plan.hidden === undefined && !isEditing && !isThere && (
        <EmptyState
          title={text('surroundingsPlans.empty.title')}
          hint={text(mayWrite ? 'surroundingsPlans.empty.hint' : 'surroundingsPlans.empty.read')}
        >
          {mayWrite && (
            <Button variant="default" onClick={() => setEditing(true)}>
              {text('surroundingsPlans.begin')}
            </Button>
          )}
        </EmptyState>
      )}
      {isThere && !isEditing && (
        <>
          <PlanRead plan={plan} isDue={plan.reviewDue} />
          {plan.changedAt !== null && plan.changedBy !== null && (
            <Text className={paper['quiet']} mb="sm">
              {text('surroundingsPlans.changedBy', {
                day: formatDutchDay(dayOfInstant(Date.parse(plan.changedAt))),
                name: nameOf(plan.changedBy),
              })}
            </Text>
          )}
          <Paper key={plan.version} clientId={clientId} />
        </>
      )}
      {plan?.others.map((other) => (
        <details key={other.id} className={paper['more']} open>
          <summary>{text('surroundingsPlans.others.title')}</summary>
          <Text>{text('surroundingsPlans.others.hint')}</Text>
          <PlanRead plan={other} isDue={false} />
        </details>
      ))}
    </section>
  );
}

function PlanRead({ plan, isDue }: { plan: SurroundingsPlan | OtherSurroundingsPlan; isDue: boolean }) {
  const nothing = <span className={paper['quiet']}>{text('surroundingsPlans.notFilled')}</span>;
  return (
    <dl className={paper['facts']}>
      {(['signs', 'helps', 'avoid'] as const).map((field) => (
        <div key={field} style={{ display: 'contents' }}>
          <dt>{text(`surroundingsPlans.field.${field}`)}</dt>
          <dd>{plan[field] ?? nothing}</dd>
        </div>
      ))}
      <dt>{text('surroundingsPlans.field.calls')}</dt>
      <dd>
        {plan.calls.length === 0 && nothing}
        <ol className={classes['calls']}>
          {numbered(plan.calls).map(({ key, row: person }) => (
            <li key={key}>
              {nameWords(person)} ·{' '}
              <a href={`tel:${person.phone}`} aria-label={`${person.name}, ${formatPhone(person.phone)}`}>
                {formatPhone(person.phone)}
              </a>{' '}
              · {helpWords(person)}
            </li>
          ))}
        </ol>
      </dd>
      <dt>{text('surroundingsPlans.field.reviewOn')}</dt>
      <dd>
        {surroundingsWords(plan.reviewOn) || nothing}{' '}
        {isDue && <span className={paper['due']}>{text('surroundingsPlans.reviewDue')}</span>}
      </dd>
    </dl>
  );
}

/** Made when it is asked for, of what the plan says now; gone with the next version. */
function Paper({ clientId }: { clientId: string }) {
  const print = useMutation({ mutationFn: () => printSurroundings(clientId) });
  return (
    <div className={classes['acts']}>
      {print.error !== null && <ProblemSummary error={print.error} />}
      {print.data === undefined ? (
        <Button variant="default" disabled={print.isPending} onClick={() => print.mutate()}>
          {text(print.isPending ? 'surroundingsPlans.printing' : 'surroundingsPlans.print')}
        </Button>
      ) : (
        <a href={print.data.href} download>
          {text('surroundingsPlans.fetch')}
        </a>
      )}
      <span role="status">
        {print.data !== undefined && print.data.leftOut > 0 && plural('surroundingsPlans.leftOut', print.data.leftOut)}{' '}
        {print.data !== undefined && print.data.pages > 1 && text('surroundingsPlans.twoPages')}
      </span>
    </div>
  );
}
