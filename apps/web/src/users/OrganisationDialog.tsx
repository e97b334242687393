import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { PARTNER_KINDS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { fieldErrors } from '../platform/problem.ts';
import { readField } from '../platform/session/form-field.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { addOrganisation, changeOrganisation, type NewOrganisation, type Organisation } from './user-queries.ts';
import { useUsersChange } from './use-users-change.ts';

type Props = { organisation?: Organisation; onClose: () => void };

/** Adds an organisation, or changes the name and phone of one. */
export function OrganisationDialog({ organisation, onClose }: Props) {
  const [kind, setKind] = useState<NewOrganisation['kind']>('HOME_CARE');
  const [key] = useState(createIdempotencyKey);
  const save = useUsersChange((body: { name: string; phone: string | null }) =>
    organisation === undefined ? addOrganisation({ ...body, kind }, key) : changeOrganisation(organisation, body),
  );
  const errors = fieldErrors(save.error);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const body = { name: readField(form, 'name').trim(), phone: readField(form, 'phone').trim() || null };
    const onSuccess = ({ name }: { name: string }): void => {
      announce(text('users.form.saved', { name }));
      onClose();
    };
    if (!save.isPending) save.mutate(body, { onSuccess });
  }
  return (
    <Dialog
      title={
        organisation === undefined ? text('users.addOrganisation') : text('users.changeOrganisationOf', organisation)
      }
      onClose={onClose}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {save.isError && <ProblemSummary error={save.error} />}
          <TextInput
            id="name"
            name="name"
            label={text('users.form.organisationName')}
            defaultValue={organisation?.name ?? ''}
            error={errors['name']}
            required
            data-autofocus
          />
          {organisation === undefined && (
            <NativeSelect
              id="kind"
              label={text('users.form.organisationKind')}
              value={kind}
              data={PARTNER_KINDS.map((value) => ({ value, label: text(`users.kind.${value}`) }))}
              onChange={({ currentTarget }) => setKind(currentTarget.value as NewOrganisation['kind'])}
            />
          )}
          <TextInput
            id="phone"
            name="phone"
            inputMode="tel"
            label={text('users.form.phone')}
            defaultValue={organisation?.phone ?? ''}
            error={errors['phone']}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {text('users.form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {save.dialog}
    </Dialog>
  );
}
