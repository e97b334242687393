import { Button, Text, Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { isProblem } from '../platform/problem.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailurePanel } from '../ui/FailurePanel.tsx';
import { PlanForm } from './PlanForm.tsx';
import { PlanRead } from './PlanRead.tsx';
import { PlanVersions } from './PlanVersions.tsx';
import { type TreatmentPlan, treatmentPlanQuery } from './treatment-plan-queries.ts';
import paper from '../ui/Document.module.css';

export type Person = { displayName: string; role: string };
type Props = { clientId: string; today: string; mayWrite: boolean; person: (userId: string) => Person | undefined };

export const roleWords = (role: string): string => findText(`clientRights.codes.${role}`) ?? role;

/** The medical treatment plan: read by whoever may, written by GP and elderly care physician. */
export function PlanSection({ clientId, today, mayWrite, person }: Props) {
  const cache = useQueryClient();
  const { data: plan, error, refetch } = useQuery(treatmentPlanQuery(clientId));
  const [isEditing, setEditing] = useState(false);

  function saved(now: TreatmentPlan): void {
    cache.setQueryData(treatmentPlanQuery(clientId).queryKey, now);
    setEditing(false);
    announce(text('treatmentPlans.saved'));
    requestAnimationFrame(() => document.getElementById('treatment-plan-title')?.focus());
  }
  return (
    <section aria-labelledby="treatment-plan-title">
      <div className={paper['head']}>
        <Title order={2} id="treatment-plan-title" tabIndex={-1}>
          {text('treatmentPlans.title')}
        </Title>
        {mayWrite && !isEditing && plan !== undefined && plan.version > 0 && (
          <Button onClick={() => setEditing(true)}>{text('treatmentPlans.edit')}</Button>
        )}
      </div>
      {error !== null && <NotRead error={error} onRetry={() => void refetch()} />}
      {plan !== undefined && isEditing && (
        <PlanForm plan={plan} today={today} onSaved={saved} onCancel={() => setEditing(false)} />
      )}
      {plan !== undefined && !isEditing && plan.version === 0 && (
        <EmptyState
          title={text('treatmentPlans.empty.title')}
          hint={text(mayWrite ? 'treatmentPlans.empty.hint' : 'treatmentPlans.empty.read')}
        >
          {mayWrite && <Button onClick={() => setEditing(true)}>{text('treatmentPlans.begin')}</Button>}
        </EmptyState>
      )}
      {plan !== undefined && !isEditing && plan.version > 0 && (
        <>
          <PlanRead plan={plan} />
          <ChangedBy plan={plan} person={person} />
          <PlanVersions clientId={clientId} nameOf={(userId) => person(userId)?.displayName ?? ''} />
        </>
      )}
      {plan?.others.map((other) => (
        <details key={other.id} className={paper['more']} open>
          <summary>{text('treatmentPlans.others.title')}</summary>
          <Text>{text('treatmentPlans.others.hint')}</Text>
          <PlanRead plan={other} />
        </details>
      ))}
    </section>
  );
}

/** Who is outside the team, or has no basis, is told so; anything else went wrong. */
function NotRead({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (isProblem(error, 'NOT_FOUND')) return <Text>{text('treatmentPlans.outsideTeam')}</Text>;
  if (isProblem(error, 'NO_BASIS')) return <Text>{text('treatmentPlans.notShared')}</Text>;
  return <FailurePanel error={error} onRetry={onRetry} />;
}

function ChangedBy({ plan, person }: { plan: TreatmentPlan; person: Props['person'] }) {
  if (plan.changedAt === null || plan.changedBy === null) return null;
  const who = person(plan.changedBy);
  const day = formatDutchDay(dayOfInstant(Date.parse(plan.changedAt)));
  return (
    <Text mt="md" className={paper['quiet']}>
      {text('treatmentPlans.changedBy', { day, name: who?.displayName ?? '', role: roleWords(who?.role ?? '') })}
    </Text>
  );
}
