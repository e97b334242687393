import { Group, Stack, Textarea, Title } from '@mantine/core';
import { CARE_PLAN_LIMITS, PLAN_TEXTS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useEffect, useRef } from 'react';
import { SaveState } from '../ui/SaveState.tsx';
import { type CarePlan, changePlan } from './care-plan-queries.ts';
import classes from './care-plans.module.css';
import { PlanConflicts } from './PlanConflicts.tsx';
import { type FieldValues, useSavedFields } from './use-saved-fields.ts';

type Props = { plan: CarePlan; onSaved: (plan: CarePlan) => void };

const textsOf = (plan: CarePlan): FieldValues =>
  Object.fromEntries(PLAN_TEXTS.map((field) => [field, plan[field] ?? null]));

/** Who is this person, strengths first; saved as it is typed. */
export function PlanTexts({ plan, onSaved }: Props) {
  const fields = useSavedFields({
    row: plan,
    valuesOf: textsOf,
    send: (changes, version, keepalive) => changePlan(plan.id, changes, version, keepalive),
    onSaved,
  });
  const first = useRef<HTMLTextAreaElement>(null);
  const isNew = plan.state === 'DRAFT' && plan.version === 1;
  // What goes well is asked first.
  useEffect(() => {
    if (isNew) first.current?.focus();
  }, [isNew]);
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{text('carePlans.textsTitle')}</Title>
        <SaveState status={fields.status} />
      </Group>
      <PlanConflicts fields={fields} />
      <Stack gap="md">
        {PLAN_TEXTS.map((field) => (
          <Textarea
            key={field}
            ref={field === PLAN_TEXTS[0] ? first : undefined}
            size="md"
            autosize
            minRows={2}
            label={text(`carePlans.field.${field}`)}
            maxLength={CARE_PLAN_LIMITS.text}
            value={String(fields.values[field] ?? '')}
            onChange={({ currentTarget }) => fields.change(field, currentTarget.value)}
          />
        ))}
      </Stack>
    </section>
  );
}

/** The same, to read. */
export function PlanTextsRead({ plan }: { plan: Partial<Record<(typeof PLAN_TEXTS)[number], string | null>> }) {
  const written = PLAN_TEXTS.filter((field) => plan[field]);
  return (
    <section>
      <Title order={2} mb="sm">
        {text('carePlans.textsTitle')}
      </Title>
      {written.length === 0 && <p className={classes['quiet']}>{text('carePlans.none')}</p>}
      {written.map((field) => (
        <div key={field} className={classes['said']}>
          <h3>{text(`carePlans.field.${field}`)}</h3>
          <p>{plan[field]}</p>
        </div>
      ))}
    </section>
  );
}
