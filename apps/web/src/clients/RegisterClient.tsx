import { Button, Stack } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldErrors } from '../platform/problem.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { emptyValues, missingFields, newClientBody } from './client-form.ts';
import { createClient } from './client-queries.ts';
import type { Client, Colleague } from './client-types.ts';
import classes from './ClientForm.module.css';
import { HomeSection, MarkSections, NameSection, PersonSection, PracticeSection } from './ClientFormSections.tsx';
import { DuplicateCandidates, duplicateCandidates } from './DuplicateCandidates.tsx';
import { atField, fieldProblem, unreadableDays } from './form-problem.ts';
import { useFormValues } from './form-values.ts';
import { useIdempotencyKey } from '../platform/use-idempotency-key.ts';

type Props = {
  gps: readonly Colleague[];
  /** Who registers, when that is a GP: the choice most likely meant. */
  ownGpId: string | undefined;
  maySetBsn: boolean;
  onDone: (client: Client) => void;
  onCancel: () => void;
};

export function RegisterClient({ gps, ownGpId, maySetBsn, onDone, onCancel }: Props) {
  const cache = useQueryClient();
  const onlyGp = gps.length === 1 ? gps[0]?.userId : undefined;
  const form = useFormValues(() => ({ ...emptyValues(), gpId: ownGpId ?? onlyGp ?? '' }));
  const [ownProblem, setOwnProblem] = useState<unknown>();
  const keyFor = useIdempotencyKey();
  const register = useMutation({
    mutationFn: (confirmDuplicate: boolean) => {
      const body = { ...newClientBody(form.values), ...(confirmDuplicate && { confirmDuplicate }) };
      return createClient(body, keyFor(body));
    },
    onSuccess: async (client) => {
      await cache.invalidateQueries({ queryKey: ['clients'] });
      onDone(client);
    },
  });
  const candidates = duplicateCandidates(register.error);
  const problem = ownProblem ?? (candidates === undefined ? atField(register.error) : undefined);
  const bound = { form, errors: fieldErrors(problem) };

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const refused = fieldProblem({ ...missingFields(form.values), ...unreadableDays(event.currentTarget) });
    setOwnProblem(refused);
    if (refused === undefined && !register.isPending) register.mutate(false);
  }

  return (
    <>
      {candidates !== undefined && (
        <DuplicateCandidates
          values={form.values}
          candidates={candidates}
          isBusy={register.isPending}
          onOther={() => register.mutate(true)}
          onBack={() => register.reset()}
        />
      )}
      <form className={classes['form']} noValidate onSubmit={submit} hidden={candidates !== undefined}>
        <Stack gap="md">
          {problem !== undefined && problem !== null && <ProblemSummary error={problem} />}
          <div>
            <NameSection bound={bound} />
            <PersonSection bound={bound} maskedBsn={maySetBsn ? null : undefined} />
            <HomeSection bound={bound} />
            <PracticeSection bound={bound} gps={gps} withStatus={false} />
            <MarkSections bound={bound} />
          </div>
        </Stack>
        <div className={classes['footer']}>
          <Button type="submit" disabled={register.isPending}>
            {register.isPending ? text('clients.form.saving') : text('clients.form.saveNew')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {text('common.cancel')}
          </Button>
        </div>
      </form>
    </>
  );
}
