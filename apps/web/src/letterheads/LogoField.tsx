import { Button, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type ChangeEvent, useId } from 'react';
import { explain, fieldErrors, isProblem } from '../platform/problem.ts';
import { type Letterhead, logoAddress } from './letterhead-queries.ts';
import classes from './letterheads.module.css';
import type { Outcome } from './use-letterhead-form.ts';

type Props = {
  letterhead: Letterhead;
  error: unknown;
  isSaving: boolean;
  outcome: Outcome | undefined;
  onChange: (file: File | null) => void;
};

function sentenceOf(error: unknown): string {
  if (isProblem(error, 'STALE')) return text('letterheads.logo.stale');
  return fieldErrors(error)['file'] ?? explain(error);
}

/** The picture on the letter; saved as soon as it is chosen. */
export function LogoField({ letterhead, error, isSaving, outcome, onChange }: Props) {
  const id = useId();
  function choose({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
    const file = currentTarget.files?.[0];
    currentTarget.value = '';
    if (file !== undefined) onChange(file);
  }
  return (
    <fieldset className={classes['group']}>
      <legend>{text('letterheads.logo.title')}</legend>
      <Text c="dimmed" id={`${id}-hint`}>
        {text('letterheads.logo.hint')}
      </Text>
      {letterhead.hasLogo && (
        <img className={classes['logo']} src={logoAddress(letterhead)} alt={text('letterheads.logo.alt')} />
      )}
      <label className={classes['file']}>
        {text(letterhead.hasLogo ? 'letterheads.logo.replace' : 'letterheads.logo.choose')}
        <input
          type="file"
          accept="image/png,image/jpeg"
          aria-describedby={`${id}-hint`}
          disabled={isSaving}
          onChange={choose}
        />
      </label>
      {letterhead.hasLogo && (
        <Button variant="default" w="fit-content" disabled={isSaving} onClick={() => onChange(null)}>
          {text('letterheads.logo.remove')}
        </Button>
      )}
      <span role="status">
        {isSaving && text('letterheads.logo.saving')}
        {outcome === 'LOGO_SAVED' && text('letterheads.logo.saved')}
        {outcome === 'LOGO_REMOVED' && text('letterheads.logo.removed')}
      </span>
      {error !== null && (
        <Text role="alert" c="var(--mantine-color-error)">
          {sentenceOf(error)}
        </Text>
      )}
    </fieldset>
  );
}
