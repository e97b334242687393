import { Button } from '@mantine/core';
import { SURROUNDINGS_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { useDocumentForm } from '../platform/document-form/use-document-form.ts';
import { fieldErrors } from '../platform/problem.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { type ConflictWords, DocumentFrame } from '../ui/DocumentFrame.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { changedAt, movedUp, without } from '../ui/list-edits.ts';
import { numbered } from '../ui/numbered.ts';
import { CallFields } from './CallFields.tsx';
import {
  contentOfSurroundings, NEW_PERSON, surroundingsBody, type SurroundingsContent, surroundingsSentences, surroundingsWords,
} from './surroundings-form.ts'; // prettier-ignore
import { type PersonToCall, saveSurroundings, type SurroundingsPlan } from './surroundings-queries.ts';

type Props = { plan: SurroundingsPlan; today: string; onSaved: (plan: SurroundingsPlan) => void; onCancel: () => void };

const label = (field: keyof SurroundingsContent): string => text(`surroundingsPlans.field.${field}`);

const CONFLICT: ConflictWords<SurroundingsContent> = {
  title: text('surroundingsPlans.conflict.title'),
  subject: text('surroundingsPlans.conflict.subject'),
  labelOf: label,
  wordsOf: surroundingsWords,
};

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
  const { content, set } = form;
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

  return (
    <DocumentFrame
      form={form}
      label={text('surroundingsPlans.title')}
      conflict={CONFLICT}
      saveLabel={text('surroundingsPlans.save')}
      onCancel={onCancel}
    >
      <LeaveGuard isDirty={form.isDirty} />
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
    </DocumentFrame>
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
    onChange(without(calls, at));
    setMoves(moves + 1);
    setAdded(undefined);
    document.getElementById('add-call')?.focus();
  }
  function up(at: number): void {
    onChange(movedUp(calls, at));
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
          onChange={(part) => onChange(changedAt(calls, index, part))}
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
