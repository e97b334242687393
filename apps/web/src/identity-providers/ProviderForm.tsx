import { Button, Checkbox, Group, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { FormEvent } from 'react';
import { readField } from '../platform/session/form-field.ts';
import { fieldErrors } from '../platform/problem.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import type { IdentityProvider, Organisation } from './identity-provider-queries.ts';
import type { ProviderValues } from './provider-values.ts';

type Props = {
  /** To choose from, for a new one. */
  organisations: readonly Organisation[];
  before?: IdentityProvider;
  error: unknown;
  isSaving: boolean;
  onSave: (values: ProviderValues) => void;
  onCancel: () => void;
};

const read = (form: HTMLFormElement): ProviderValues => ({
  organisationId: readField(form, 'organisationId'),
  issuer: readField(form, 'issuer'),
  clientId: readField(form, 'clientId'),
  clientSecret: readField(form, 'clientSecret'),
  emailDomains: readField(form, 'emailDomains'),
  secondFactor: readField(form, 'secondFactor') !== '',
});

/** What the ICT department of an organisation gives, typed over. */
export function ProviderForm({ organisations, before, error, isSaving, onSave, onCancel }: Props) {
  const errors = fieldErrors(error);
  const field = (name: 'issuer' | 'clientId' | 'emailDomains', value: string, hint?: string) => (
    <TextInput
      id={name}
      name={name}
      label={text(`identityProviders.fields.${name}`)}
      defaultValue={value}
      autoComplete="off"
      {...(hint !== undefined && { description: hint })}
      {...(errors[name] !== undefined && { error: errors[name] })}
    />
  );
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!isSaving) onSave(read(event.currentTarget));
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack maw={560}>
        {error !== null && error !== undefined && <ProblemSummary error={error} />}
        {before === undefined && (
          <NativeSelect
            id="organisationId"
            name="organisationId"
            label={text('identityProviders.fields.organisationId')}
            data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            error={errors['organisationId']}
          />
        )}
        {field('issuer', before?.issuer ?? '', text('identityProviders.hints.issuer'))}
        {field('clientId', before?.clientId ?? '')}
        <PasswordInput
          size="md"
          id="clientSecret"
          name="clientSecret"
          label={text('identityProviders.fields.clientSecret')}
          description={text(
            before === undefined ? 'identityProviders.hints.clientSecret' : 'identityProviders.hints.newSecret',
          )}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': text('session.password.show'), tabIndex: 0 }}
          error={errors['clientSecret']}
        />
        {field('emailDomains', before?.emailDomains.join(', ') ?? '', text('identityProviders.hints.emailDomains'))}
        <Checkbox
          id="secondFactor"
          name="secondFactor"
          label={text('identityProviders.fields.secondFactor')}
          description={text('identityProviders.hints.secondFactor')}
          defaultChecked={before?.secondFactor ?? false}
        />
        <Group>
          <Button type="submit" loading={isSaving}>
            {text('identityProviders.save')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {text('identityProviders.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
