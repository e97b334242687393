import { Button, NativeSelect, TextInput } from '@mantine/core';
import { letterheadGaps } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { FormEvent } from 'react';
import { fieldErrors } from '../platform/problem.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { VersionConflict } from '../ui/VersionConflict.tsx';
import type { Letterhead } from './letterhead-queries.ts';
import { differs, LETTERHEAD_FIELDS, type LetterheadField, type LetterheadValues } from './letterhead-values.ts';
import classes from './letterheads.module.css';
import { LetterPreview } from './LetterPreview.tsx';
import { LogoField } from './LogoField.tsx';
import { type Conflict, useLetterheadForm } from './use-letterhead-form.ts';

const label = (field: LetterheadField): string =>
  field === 'letterOrder' ? text('letterheads.order.label') : text(`letterheads.fields.${field}`);

const shown = (field: LetterheadField, value: string): string =>
  field === 'letterOrder' ? text(`letterheads.order.${value === 'POSTCODE' ? 'POSTCODE' : 'NAME'}`) : value;

const HINTS: Partial<Record<LetterheadField, string>> = {
  phone: text('letterheads.hints.phone'),
  openingHours: text('letterheads.hints.openingHours'),
  senderName: text('letterheads.hints.senderName'),
  senderRole: text('letterheads.hints.senderRole'),
  emergencyText: text('letterheads.hints.emergencyText', { text: text('letterheads.emergencyText') }),
};

function conflictRows({ mine, theirs }: Conflict, values: LetterheadValues) {
  return LETTERHEAD_FIELDS.filter((field) => differs(field, mine, theirs)).map((field) => ({
    field,
    label: label(field),
    mine: shown(field, mine[field]),
    theirs: shown(field, theirs[field]),
    isAdopted: !differs(field, values, theirs),
  }));
}

/** Whether letters can be made, and what they still wait for. */
function Completeness({ values }: { values: LetterheadValues }) {
  const gaps = letterheadGaps(values);
  const fields = gaps.map((field) => text(`letterheads.fields.${field}`).toLowerCase()).join(', ');
  return (
    <p className={classes['completeness']}>
      {gaps.length === 0 ? text('letterheads.complete') : text('letterheads.incomplete', { fields })}
    </p>
  );
}

/** The letterhead of the practice beside how it will look. */
export function LetterheadForm({ letterhead }: { letterhead: Letterhead }) {
  const form = useLetterheadForm(letterhead);
  const { values, set, conflict, problem, outcome, isSaving } = form;
  const errors = fieldErrors(problem);
  const field = (name: LetterheadField, inputMode: 'text' | 'tel' = 'text') => (
    <TextInput
      id={name}
      label={label(name)}
      value={values[name]}
      autoComplete="off"
      inputMode={inputMode}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
      {...(HINTS[name] !== undefined && { description: HINTS[name] })}
      {...(errors[name] !== undefined && { error: errors[name] })}
    />
  );
  function save(event: FormEvent): void {
    event.preventDefault();
    if (!isSaving) form.submit();
  }
  return (
    <>
      {conflict !== undefined && (
        <VersionConflict
          title={text('letterheads.stale.title')}
          subject={text('letterheads.stale.field')}
          rows={conflictRows(conflict, values)}
          onTake={(name) => set(name, conflict.theirs[name])}
        />
      )}
      <div className={classes['columns']}>
        <form noValidate onSubmit={save} className={classes['form']}>
          {problem !== undefined && <ProblemSummary error={problem} />}
          <fieldset className={classes['group']}>
            <legend>{text('letterheads.group.practice')}</legend>
            {field('name')}
            {field('street')}
            <div className={classes['place']}>
              {field('postcode')}
              {field('city')}
            </div>
            {field('phone', 'tel')}
            {field('openingHours')}
          </fieldset>
          <fieldset className={classes['group']}>
            <legend>{text('letterheads.group.sender')}</legend>
            {field('senderName')}
            {field('senderRole')}
          </fieldset>
          <fieldset className={classes['group']}>
            <legend>{text('letterheads.group.extra')}</legend>
            {field('emergencyText')}
            <NativeSelect
              id="letterOrder"
              label={label('letterOrder')}
              value={values.letterOrder}
              data={(['NAME', 'POSTCODE'] as const).map((value) => ({ value, label: shown('letterOrder', value) }))}
              onChange={({ currentTarget }) => set('letterOrder', currentTarget.value)}
            />
          </fieldset>
          <Completeness values={values} />
          <div className={classes['footer']}>
            <Button type="submit" disabled={isSaving}>
              {text(isSaving ? 'letterheads.saving' : 'letterheads.save')}
            </Button>
            <span role="status">
              {outcome === 'SAVED' && text('letterheads.saved')}
              {outcome === 'UNCHANGED' && text('letterheads.nothingChanged')}
            </span>
          </div>
          <LogoField
            letterhead={form.base}
            error={form.logoError}
            isSaving={form.isSavingLogo}
            outcome={outcome}
            onChange={form.changeLogo}
          />
        </form>
        <LetterPreview values={values} letterhead={form.base} />
      </div>
    </>
  );
}
