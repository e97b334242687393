import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { ADVANCE_CODES, AGREED_WITH, DIRECTIVE_LIMITS, type DirectiveKind, TREATMENT_CODES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { useDocumentForm } from '../platform/document-form/use-document-form.ts';
import { fieldErrors } from '../platform/problem.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { type ConflictWords, DocumentFrame } from '../ui/DocumentFrame.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import {
  contentOfDirective,
  directiveBody,
  type DirectiveContent,
  directiveSentences,
  directiveWords,
} from './directive-form.ts';
import { addDirective, changeDirective, type Directive } from './treatment-plan-queries.ts';
import classes from './treatment-plans.module.css';

type Props = {
  clientId: string;
  kind: DirectiveKind;
  directive: Directive | undefined;
  today: string;
  onSaved: (directive: Directive) => void;
  onClose: () => void;
};

const DECISIONS = ['0', '1', '2'] as const;

const conflictOf = (kind: DirectiveKind): ConflictWords<DirectiveContent> => ({
  title: text('treatmentPlans.conflict.title'),
  subject: text('treatmentPlans.conflict.subject'),
  labelOf: (field) => text(`directives.field.${field}`),
  wordsOf: (value, field) => directiveWords(kind, field, value),
});

/** One agreement about treatment, or one paper of the client. */
export function DirectiveDialog({ clientId, kind, directive, today, onSaved, onClose }: Props) {
  const [key] = useState(createIdempotencyKey);
  const form = useDocumentForm<DirectiveContent, Directive>({
    version: directive?.version ?? 0,
    content: contentOfDirective(directive),
    put: (content, version) =>
      directive === undefined
        ? addDirective(clientId, directiveBody(kind, content), key)
        : changeDirective(directive.id, directiveBody(kind, content), version),
    read: (saved) => ({ version: saved.version, content: contentOfDirective(saved) }),
    faultsOf: (content) => directiveSentences(kind, content, today),
    onSaved,
  });
  const errors = fieldErrors(form.problem);
  const { content, set } = form;
  const isTreatment = kind === 'TREATMENT';
  const day = (field: 'discussedOn' | 'datedOn' | 'endsOn', required = false, hint?: string) => (
    <DayInput
      key={`${field}-${form.revision}`}
      id={field}
      label={text(`directives.field.${field}`)}
      value={content[field]}
      error={errors[field]}
      required={required}
      {...(hint !== undefined && { hint })}
      onChange={(value) => set({ [field]: value })}
    />
  );

  return (
    <Dialog title={text(`directives.dialog.${kind}`)} onClose={onClose}>
      <DocumentFrame
        form={form}
        conflict={conflictOf(kind)}
        saveLabel={text('directives.dialog.save')}
        onCancel={onClose}
      >
        <NativeSelect
          id="code"
          data-autofocus
          label={text(isTreatment ? 'directives.field.code' : 'directives.field.advanceCode')}
          withAsterisk
          aria-required
          error={errors['code']}
          value={content.code}
          data={[{ value: '', label: text('directives.choose') }, ...codesOf(kind)]}
          onChange={({ currentTarget }) => set({ code: currentTarget.value })}
        />
        {content.code === 'OTH' && (
          <TextInput
            id="otherText"
            label={text('directives.field.otherText')}
            withAsterisk
            aria-required
            autoComplete="off"
            maxLength={DIRECTIVE_LIMITS.otherText}
            error={errors['otherText']}
            value={content.otherText ?? ''}
            onChange={({ currentTarget }) => set({ otherText: currentTarget.value })}
          />
        )}
        {isTreatment && (
          <>
            <div id="decision" tabIndex={-1}>
              <RadioQuestion
                legend={text('directives.field.decision')}
                choices={DECISIONS.map((code) => ({ code, label: text(`directives.decision.${code}`) }))}
                value={DECISIONS.find((code) => Number(code) === content.decision)}
                error={errors['decision']}
                onChange={(code) => set({ decision: Number(code) })}
              />
            </div>
            {content.decision === 1 && (
              <AreaField
                id="decisionText"
                label={text('directives.field.decisionText')}
                maximum={DIRECTIVE_LIMITS.decisionText}
                required
                error={errors['decisionText']}
                value={content.decisionText}
                onChange={(decisionText) => set({ decisionText })}
              />
            )}
            <AgreedWith
              value={content.agreedWith}
              error={errors['agreedWith']}
              onChange={(agreedWith) => set({ agreedWith })}
            />
          </>
        )}
        {!isTreatment && day('datedOn', true)}
        {day('discussedOn', isTreatment)}
        {!isTreatment && (
          <TextInput
            id="keptAt"
            label={text('directives.field.keptAt')}
            description={text('directives.field.keptAtHint')}
            autoComplete="off"
            maxLength={DIRECTIVE_LIMITS.keptAt}
            error={errors['keptAt']}
            value={content.keptAt ?? ''}
            onChange={({ currentTarget }) => set({ keptAt: currentTarget.value === '' ? null : currentTarget.value })}
          />
        )}
        {day('endsOn', false, text('directives.field.endsOnHint'))}
        <AreaField
          id="comment"
          label={text('directives.field.comment')}
          maximum={DIRECTIVE_LIMITS.comment}
          value={content.comment}
          onChange={(comment) => set({ comment })}
        />
      </DocumentFrame>
    </Dialog>
  );
}

type AgreedProps = {
  value: readonly string[];
  error: string | undefined;
  onChange: (value: readonly string[]) => void;
};

function AgreedWith({ value, error, onChange }: AgreedProps) {
  return (
    <Checkbox.Group
      id="agreedWith"
      tabIndex={-1}
      label={text('directives.field.agreedWith')}
      withAsterisk
      error={error}
      value={[...value]}
      onChange={onChange}
    >
      <div className={classes['checks']}>
        {AGREED_WITH.map((code) => (
          <Checkbox key={code} value={code} label={text(`directives.agreedWith.${code}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

const codesOf = (kind: DirectiveKind): { value: string; label: string }[] =>
  kind === 'TREATMENT'
    ? TREATMENT_CODES.map((value) => ({ value, label: text(`directives.treatment.${value}`) }))
    : ADVANCE_CODES.map((value) => ({ value, label: text(`directives.advance.${value}`) }));
