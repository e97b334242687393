import { Button, Stack, Text, TextInput } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { fieldErrors, isProblem } from '../platform/problem.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { changeBody, type ClientField, type ClientValues, missingFields, valuesOf } from './client-form.ts';
import { clientQuery, updateClient } from './client-queries.ts';
import type { Client, Colleague } from './client-types.ts';
import classes from './ClientForm.module.css';
import { HomeSection, MarkSections, NameSection, PersonSection, PracticeSection } from './ClientFormSections.tsx';
import { atField, fieldProblem, unreadableDays } from './form-problem.ts';
import { type Merged, mergeVersions, useFormValues, YES } from './form-values.ts';
import { StaleVersions } from './StaleVersions.tsx';
import { StopsDialog } from './StopsDialog.tsx';
import { STOPPING, type StoppingStatus } from './stopping-status.ts';

type Props = {
  client: Client;
  gps: readonly Colleague[];
  /** A visiting professional changes phone and address only. */
  contactOnly: boolean;
  maySetBsn: boolean;
  /** What ends with a status that ends something; without it such a status is saved at once. */
  renderStops?: ((status: StoppingStatus) => ReactNode) | undefined;
  onDone: () => void;
};

const CHANGE_REASON_LIMIT = 200;
const DAYS: readonly ClientField[] = ['birthDate', 'statusOn', 'marks.doNotInviteOn', 'marks.letterAddress.until'];
const TICKS: readonly ClientField[] = ['livesAtHome', 'marks.interpreter', 'marks.largePrint', 'marks.noPost'];

/** A value of the form in words, for comparing two versions. */
function valueWords(field: ClientField, value: string, gps: readonly Colleague[]): string {
  if (DAYS.includes(field)) return formatDutchDay(value);
  if (TICKS.includes(field)) return text(value === YES ? 'clients.form.yes' : 'clients.form.no');
  if (field === 'gpId') return gps.find(({ userId }) => userId === value)?.displayName ?? value;
  if (field === 'sex') return text(`clients.form.sexes.${value as Client['sex']}`);
  if (field === 'status') return text(`clients.status.${value as Client['status']}`);
  if (field === 'name.use') return text(`clients.form.uses.${value as NonNullable<Client['name']['use']>}`);
  if (field === 'marks.hearing' || field === 'marks.seeing') return text(`clients.form.senses.${value as 'NORMAL'}`);
  return field === 'marks.preferredChannel' ? text(`clients.form.channels.${value as 'PHONE'}`) : value;
}

type Stale = { theirs: ClientValues; merged: Merged<ClientField> };

/** The version the form started from; after a conflict, the one that was saved meanwhile. */
type Base = { version: number; values: ClientValues };

export function EditClient({ client, gps, contactOnly, maySetBsn, renderStops, onDone }: Props) {
  const cache = useQueryClient();
  const [base, setBase] = useState<Base>(() => ({ version: client.version, values: valuesOf(client) }));
  const form = useFormValues(() => base.values);
  const [stale, setStale] = useState<Stale>();
  const [ownProblem, setOwnProblem] = useState<unknown>();
  const [isUnchanged, setUnchanged] = useState(false);
  const [stopping, setStopping] = useState<StoppingStatus>();
  const [why, setWhy] = useState('');

  function rebase(current: Client): void {
    const theirs = valuesOf(current);
    const merged = mergeVersions(base.values, form.values, theirs);
    setBase({ version: current.version, values: theirs });
    form.replace(merged.values);
    setStale({ theirs, merged });
  }

  const save = useMutation({
    mutationFn: async () => {
      const change = changeBody(base.values, form.values);
      if (change === undefined) return undefined;
      return updateClient(client.id, base.version, {
        ...change,
        ...(why.trim() !== '' && { changeReason: why.trim() }),
      });
    },
    onSuccess: async (saved) => {
      setUnchanged(saved === undefined);
      if (saved === undefined) return;
      cache.setQueryData(clientQuery(client.id).queryKey, saved);
      void cache.invalidateQueries({ queryKey: ['clients'] });
      onDone();
    },
    onError: (error) => {
      if (isProblem(error, 'STALE')) rebase(error.current as Client);
    },
  });
  const problem = ownProblem ?? (isProblem(save.error, 'STALE') ? undefined : atField(save.error));
  const bound = { form, errors: fieldErrors(problem) };

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const refused = fieldProblem({ ...missingFields(form.values), ...unreadableDays(event.currentTarget) });
    setOwnProblem(refused);
    setStale(undefined);
    if (refused !== undefined || save.isPending) return;
    const status = STOPPING.find((one) => one === form.values.status && one !== base.values.status);
    if (status !== undefined && renderStops !== undefined) setStopping(status);
    else save.mutate();
  }

  return (
    <>
      {stale !== undefined && (
        <StaleVersions
          merged={stale.merged}
          values={form.values}
          theirs={stale.theirs}
          label={(field) => text(`clients.form.field.${field}`)}
          words={(field, value) => valueWords(field, value, gps)}
          onTakeTheirs={(field) => form.replace({ ...form.values, [field]: stale.theirs[field] })}
        />
      )}
      <form className={classes['form']} noValidate onSubmit={submit}>
        <Stack gap="md">
          {problem !== undefined && problem !== null && <ProblemSummary error={problem} />}
          {contactOnly && <Text>{text('clients.form.contactOnly')}</Text>}
          <div>
            {!contactOnly && (
              <>
                <NameSection bound={bound} />
                <PersonSection bound={bound} maskedBsn={maySetBsn ? (client.bsn ?? null) : undefined} />
              </>
            )}
            <HomeSection bound={bound} contactOnly={contactOnly} />
            {!contactOnly && (
              <>
                <PracticeSection bound={bound} gps={gps} withStatus />
                <MarkSections bound={bound} />
              </>
            )}
          </div>
          <TextInput
            id="changeReason"
            size="md"
            label={text('clientRights.changeReason')}
            description={text('clientRights.changeReasonHint')}
            maxLength={CHANGE_REASON_LIMIT}
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
        </Stack>
        <div className={classes['footer']}>
          <Button type="submit" disabled={save.isPending}>
            {save.isPending ? text('clients.form.saving') : text('clients.form.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {text('common.cancel')}
          </Button>
          {isUnchanged && <span role="status">{text('clients.form.nothingChanged')}</span>}
        </div>
      </form>
      {stopping !== undefined && renderStops !== undefined && (
        <StopsDialog
          status={stopping}
          onConfirm={() => {
            setStopping(undefined);
            save.mutate();
          }}
          onBack={() => setStopping(undefined)}
        >
          {renderStops(stopping)}
        </StopsDialog>
      )}
    </>
  );
}
