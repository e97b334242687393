import { Button } from '@mantine/core';
import { SURROUNDINGS_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { useDocumentForm } from '../platform/document-form/use-document-form.ts';
import { fieldErrors } from '../platform/problem.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { DayInput, unreadableDaysIn } from '../ui/DayInput.tsx';
import { DocumentFooter } from '../ui/DocumentFooter.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { numbered } from '../ui/numbered.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { VersionConflict } from '../ui/VersionConflict.tsx';
import { CallFields } from './CallFields.tsx';
import {
  contentOfSurroundings, NEW_PERSON, surroundingsBody, type SurroundingsContent, surroundingsSentences, surroundingsWords,
} from './surroundings-form.ts'; // prettier-ignore
import { type PersonToCall, saveSurroundings, type SurroundingsPlan } from './surroundings-queries.ts';
import classes from './surroundings-plans.module.css';

type Props = { plan: SurroundingsPlan; today: string; onSaved: (plan: SurroundingsPlan) => void; onCancel: () => void };

const label = (field: keyof SurroundingsContent): string => text(`surroundingsPlans.field.${field}`);

/** Signs, what helps, what not to do, and whom to call in which order. */
export function SurroundingsForm({ plan, today, onSaved, onCancel }: Props) {
  const form = useDocumentForm<SurroundingsContent, SurroundingsPlan>({
    version: plan.version,
    content: contentOfSurroundings(plan),
    put: (content, version) => saveSurroundings(plan.clientId, surroundingsBody(content), version),
    read: (saved) => ({ version: saved.version, content: contentOfSurroundings(saved) }),
    faultsOf: (content) => surroundingsSentences(content, today),
    onSaved,
  });
  const errors = fieldErrors(form.problem);
  const { content, set, conflicts } = form;
  const area = (field: 'signs' | 'helps' | 'avoid') => (
    <AreaField
      id={field}
      label={label(field)}
      hint={text('surroundingsPlans.field.perLine')}
      value={content[field]}
      maximum={SURROUNDINGS_LIMITS.text}
      error={errors[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    form.submit(unreadableDaysIn(event.currentTarget));
  }
  return (
    <form noValidate onSubmit={submit} className={classes['form']} aria-label={text('surroundingsPlans.title')}>
      <LeaveGuard isDirty={form.isDirty} />
      {conflicts.length > 0 && (
        <VersionConflict
          title={text('surroundingsPlans.conflict.title')}
          subject={text('surroundingsPlans.conflict.subject')}
          rows={conflicts.map(({ field, mine, theirs }) => ({
            field,
            label: label(field),
            mine: surroundingsWords(mine) || text('common.conflict.empty'),
            theirs: surroundingsWords(theirs) || text('common.conflict.empty'),
            isAdopted: surroundingsWords(content[field]) === surroundingsWords(theirs),
          }))}
          onTake={form.take}
        />
      )}
      {form.problem !== undefined && <ProblemSummary error={form.problem} />}
      {area('signs')}
      {area('helps')}
      {area('avoid')}
      <CallList key={form.revision} calls={content.calls} errors={errors} onChange={(calls) => set({ calls })} />
      <DayInput
        key={`reviewOn-${form.revision}`}
        id="reviewOn"
        label={label('reviewOn')}
        value={content.reviewOn}
        error={errors['reviewOn']}
        onChange={(reviewOn) => set({ reviewOn })}
      />
      <DocumentFooter status={form.status} label={text('surroundingsPlans.save')} onCancel={onCancel} />
    </form>
  );
}

type CallsProps = {
  calls: readonly PersonToCall[];
  errors: Readonly<Record<string, string>>;
  onChange: (calls: readonly PersonToCall[]) => void;
};

function CallList({ calls, errors, onChange }: CallsProps) {
  const [added, setAdded] = useState<number>();
  // The order is part of the plan: a person that moves takes her fields along.
  const [moves, setMoves] = useState(0);

  function remove(at: number): void {
    announce(text('surroundingsPlans.call.removed', { name: calls[at]?.name ?? '' }));
    onChange(calls.filter((_, index) => index !== at));
    setMoves(moves + 1);
    setAdded(undefined);
    document.getElementById('add-call')?.focus();
  }
  function up(at: number): void {
    const moved = calls[at];
    const rest = calls.filter((_, index) => index !== at);
    if (moved !== undefined) onChange([...rest.slice(0, at - 1), moved, ...rest.slice(at - 1)]);
    setMoves(moves + 1);
    setAdded(undefined);
  }
  return (
    <>
      <strong>{label('calls')}</strong>
      {numbered(calls, `${moves}-`).map(({ key, row: person, index }) => (
        <CallFields
          key={key}
          person={person}
          index={index}
          isNew={index === added}
          errors={errors}
          onChange={(part) => onChange(calls.map((one, at) => (at === index ? { ...one, ...part } : one)))}
          onUp={() => up(index)}
          onRemove={() => remove(index)}
        />
      ))}
      <div>
        <Button
          id="add-call"
          variant="default"
          disabled={calls.length >= SURROUNDINGS_LIMITS.calls}
          onClick={() => {
            setAdded(calls.length);
            onChange([...calls, NEW_PERSON]);
          }}
        >
          {text('surroundingsPlans.call.add')}
        </Button>
      </div>
    </>
  );
}
