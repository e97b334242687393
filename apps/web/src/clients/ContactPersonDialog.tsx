import { Button, Group, Stack } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldErrors, isProblem } from '../platform/problem.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { addContactPerson, contactPersonsQuery, updateContactPerson } from './client-queries.ts';
import type { ContactPerson } from './client-types.ts';
import {
  contactChange,
  type ContactField,
  contactValues,
  newContactBody,
  REPRESENTATIVE_KINDS,
  ROLE_CODES,
} from './contact-person-form.ts';
import { ChoiceField, DayField, TextField, TickField, withNone } from './FormFields.tsx';
import { fieldProblem, unreadableDays } from './form-problem.ts';
import { mergeVersions, type Merged, useFormValues, YES } from './form-values.ts';
import { StaleVersions } from './StaleVersions.tsx';
import { useIdempotencyKey } from '../platform/use-idempotency-key.ts';

const label = (field: ContactField): string => text(`clients.contacts.${field}`);

function valueWords(field: ContactField, value: string): string {
  if (field === 'documentSeenOn' || field === 'validUntil') return formatDutchDay(value);
  if (field === 'isFirstContact') return text(value === YES ? 'clients.form.yes' : 'clients.form.no');
  if (field === 'roleCode') return text(`clients.contacts.role.${value as (typeof ROLE_CODES)[number]}`);
  if (field === 'representativeKind') {
    return text(`clients.contacts.kind.${value as (typeof REPRESENTATIVE_KINDS)[number]}`);
  }
  return value;
}

type Props = { clientId: string; person: ContactPerson | undefined; onClose: () => void };

/** Adds or changes one of the people around a client. */
export function ContactPersonDialog({ clientId, person, onClose }: Props) {
  const cache = useQueryClient();
  const [base, setBase] = useState(() => ({ version: person?.version ?? 0, values: contactValues(person) }));
  const form = useFormValues(() => base.values);
  const [merged, setMerged] = useState<Merged<ContactField>>();
  const [ownProblem, setOwnProblem] = useState<unknown>();
  const keyFor = useIdempotencyKey();
  const save = useMutation({
    mutationFn: async () => {
      if (person === undefined) {
        const body = newContactBody(form.values);
        return addContactPerson(clientId, body, keyFor(body));
      }
      const change = contactChange(base.values, form.values);
      return change === undefined ? undefined : updateContactPerson(person.id, base.version, change);
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: contactPersonsQuery(clientId).queryKey });
      onClose();
    },
    onError: (error) => {
      if (!isProblem(error, 'STALE')) return;
      const current = error.current as ContactPerson;
      const theirs = contactValues(current);
      const result = mergeVersions(base.values, form.values, theirs);
      setBase({ version: current.version, values: theirs });
      form.replace(result.values);
      setMerged(result);
    },
  });
  const problem = ownProblem ?? (isProblem(save.error, 'STALE') ? undefined : save.error);
  const bound = { form, errors: fieldErrors(problem) };
  const isRepresentative = form.values.representativeKind !== '';

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const missing = form.values.name.trim() === '' ? { name: text('clients.form.required.contactName') } : {};
    const refused = fieldProblem({ ...missing, ...unreadableDays(event.currentTarget) });
    setOwnProblem(refused);
    setMerged(undefined);
    if (refused === undefined && !save.isPending) save.mutate();
  }

  return (
    <Dialog
      title={text(person === undefined ? 'clients.contacts.add' : 'clients.contacts.editTitle')}
      onClose={onClose}
    >
      {merged !== undefined && (
        <StaleVersions
          merged={merged}
          values={form.values}
          theirs={base.values}
          label={label}
          words={valueWords}
          onTakeTheirs={(field) => form.replace({ ...form.values, [field]: base.values[field] })}
        />
      )}
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {problem !== undefined && problem !== null && <ProblemSummary error={problem} />}
          <TextField bound={bound} field="name" label={label('name')} required autoFocus />
          <TextField
            bound={bound}
            field="relation"
            label={label('relation')}
            hint={text('clients.contacts.relationHint')}
            maxLength={80}
          />
          <TextField bound={bound} field="phone" label={label('phone')} inputMode="tel" maxLength={30} />
          <TextField bound={bound} field="secondPhone" label={label('secondPhone')} inputMode="tel" maxLength={30} />
          <ChoiceField
            bound={bound}
            field="roleCode"
            label={label('roleCode')}
            choices={withNone(ROLE_CODES.map((value) => ({ value, label: text(`clients.contacts.role.${value}`) })))}
          />
          <TickField
            bound={bound}
            field="isFirstContact"
            label={label('isFirstContact')}
            hint={text('clients.contacts.isFirstContactHint')}
          />
          <ChoiceField
            bound={bound}
            field="representativeKind"
            label={label('representativeKind')}
            choices={withNone(
              REPRESENTATIVE_KINDS.map((value) => ({ value, label: text(`clients.contacts.kind.${value}`) })),
              text('clients.contacts.notRepresentative'),
            )}
          />
          {(isRepresentative || form.values.documentSeenOn !== '' || form.values.validUntil !== '') && (
            <>
              <DayField bound={bound} field="documentSeenOn" label={label('documentSeenOn')} />
              <DayField bound={bound} field="validUntil" label={label('validUntil')} />
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {save.isPending ? text('clients.form.saving') : text('clients.form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
