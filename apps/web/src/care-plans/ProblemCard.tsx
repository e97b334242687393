import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { CARE_PLAN_LIMITS, OMAHA_AREAS, PROBLEM_CHOICES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { SaveState } from '../ui/SaveState.tsx';
import { ScoreField } from '../ui/ScoreField.tsx';
import { changeProblem, type Problem } from './care-plan-queries.ts';
import { codeWords, dayWords } from './care-plan-words.ts';
import classes from './care-plans.module.css';
import { AddGoal } from './AddGoal.tsx';
import { GoalCard } from './GoalCard.tsx';
import { PlanConflicts } from './PlanConflicts.tsx';
import type { PlanUse } from './plan-use.ts';
import { type FieldValues, useSavedFields } from './use-saved-fields.ts';

type Props = { problem: Problem; use: PlanUse };

/** One problem in the client's words, with its goals. */
export function ProblemCard({ problem, use }: Props) {
  const { mayWrite, onChanged } = use;
  const isOpen = problem.closedOn === null;
  const close = useMutation({
    mutationFn: (closedOn: string | null) => changeProblem(problem.id, { closedOn }, problem.version),
    onSuccess: onChanged,
  });
  const hasOpenGoal = problem.goals.some(({ state }) => state === 'OPEN');
  return (
    <article className={classes['problem']} aria-label={problem.areaLabel}>
      <Group justify="space-between" align="baseline">
        <h4 className={classes['area']}>{problem.areaLabel}</h4>
        {!isOpen && (
          <span className={classes['quiet']}>
            {text('carePlans.problem.closed', { day: dayWords(problem.closedOn) })}
          </span>
        )}
      </Group>
      {mayWrite && isOpen ? (
        <ProblemFields problem={problem} onChanged={onChanged} />
      ) : (
        <ProblemWords problem={problem} />
      )}
      {problem.goals.map((goal) => (
        <GoalCard key={goal.id} goal={goal} use={use} />
      ))}
      {close.error !== null && <ProblemSummary error={close.error} />}
      {mayWrite && (
        <Group gap="xs">
          {isOpen && <AddGoal planId={problem.planId} problem={problem} today={use.today} onAdded={onChanged} />}
          {isOpen && !hasOpenGoal && (
            <Button variant="subtle" size="sm" onClick={() => close.mutate(use.today)}>
              {text('carePlans.problem.close')}
            </Button>
          )}
          {!isOpen && (
            <Button variant="subtle" size="sm" onClick={() => close.mutate(null)}>
              {text('carePlans.problem.reopen')}
            </Button>
          )}
        </Group>
      )}
    </article>
  );
}

function ProblemWords({ problem }: { problem: Problem }) {
  return (
    <>
      <p className={classes['words']}>{problem.description}</p>
      <p className={classes['quiet']}>
        {text('carePlans.problem.severityShort')}: {problem.severity ?? text('carePlans.none')}
      </p>
    </>
  );
}

const fieldsOf = ({ description, severity, wantsToWorkOnIt, omahaArea }: Problem): FieldValues => ({ description, severity, wantsToWorkOnIt, omahaArea }); // prettier-ignore

function ProblemFields({ problem, onChanged }: { problem: Problem; onChanged: () => void }) {
  const fields = useSavedFields({
    row: problem,
    valuesOf: fieldsOf,
    send: (changes, version, keepalive) => changeProblem(problem.id, changes, version, keepalive),
    onSaved: onChanged,
  });
  const { values, change } = fields;
  return (
    <div>
      <PlanConflicts fields={fields} />
      <Textarea
        size="md"
        autosize
        minRows={1}
        label={text('carePlans.problem.description')}
        maxLength={CARE_PLAN_LIMITS.description}
        value={String(values['description'] ?? '')}
        onChange={({ currentTarget }) => change('description', currentTarget.value)}
      />
      <Group align="flex-end" mt="xs">
        <ScoreField
          label={text('carePlans.problem.severityShort')}
          w="auto"
          value={typeof values['severity'] === 'number' ? values['severity'] : undefined}
          onChange={(severity) => change('severity', severity ?? null)}
        />
        <NativeSelect
          label={text('carePlans.problem.choice')}
          value={String(values['wantsToWorkOnIt'])}
          data={PROBLEM_CHOICES.map((code) => ({ value: code, label: codeWords('problem.choices', code) }))}
          onChange={({ currentTarget }) => change('wantsToWorkOnIt', currentTarget.value, 0)}
        />
        <details className={classes['more']}>
          <summary>{text('carePlans.problem.more')}</summary>
          <NativeSelect
            label={text('carePlans.problem.omaha')}
            value={String(values['omahaArea'] ?? '')}
            data={[
              { value: '', label: text('carePlans.problem.noOmaha') },
              ...OMAHA_AREAS.map(({ code, label }) => ({ value: code, label })),
            ]}
            onChange={({ currentTarget }) => change('omahaArea', currentTarget.value || null, 0)}
          />
        </details>
        {fields.status.kind !== 'IDLE' && <SaveState status={fields.status} />}
      </Group>
    </div>
  );
}
