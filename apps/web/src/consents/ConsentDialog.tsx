import { Button, Group, Stack } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { ApiProblem, fieldErrors } from '../platform/problem.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { askableOrganisations, consentBody, consentGaps, newConsent } from './consent-form.ts';
import { consentTextsQuery, registerConsent } from './consent-queries.ts';
import type { Organisation, Speaker } from './consent-types.ts';
import { ConsentFields } from './ConsentFields.tsx';

type Props = {
  clientId: string;
  clientName: string;
  today: string;
  organisations: readonly Organisation[];
  people: readonly Speaker[];
  onDone: () => void;
  onClose: () => void;
};

/** What a client answered, put into the register. */
export function ConsentDialog({ clientId, clientName, today, organisations, people, onDone, onClose }: Props) {
  const cache = useQueryClient();
  const { data: texts } = useSuspenseQuery(consentTextsQuery);
  const only = askableOrganisations('GRANT', organisations).filter(({ kind }) => kind === 'SOCIAL_WORK');
  const [values, setValues] = useState(() =>
    newConsent(today, only.length === 1 ? { toOrganisationId: only[0]?.id ?? '' } : {}),
  );
  const [refused, setRefused] = useState<ApiProblem>();
  const [key] = useState(createIdempotencyKey);
  const save = useMutation({
    mutationFn: () => registerConsent(clientId, consentBody(values, today), key),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['clients', clientId] });
      onDone();
    },
  });
  const problem = refused ?? save.error;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const gaps = gapProblem(consentGaps(values, today));
    setRefused(gaps);
    if (gaps === undefined && !save.isPending) save.mutate();
  }
  return (
    <Dialog title={text('consents.ask.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {problem !== null && problem !== undefined && <ProblemSummary error={problem} />}
          <ConsentFields
            values={values}
            onChange={setValues}
            errors={fieldErrors(problem)}
            organisations={organisations}
            people={people}
            texts={texts}
            clientName={clientName}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'consents.ask.saving' : 'consents.ask.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What is missing, in the shape of a refusal of the server, so that it is shown and focused alike. */
function gapProblem(gaps: Readonly<Record<string, string>>): ApiProblem | undefined {
  const errors = Object.entries(gaps).map(([field, detail]) => ({
    pointer: `/${field.replaceAll('.', '/')}`,
    code: 'REQUIRED',
    detail,
  }));
  if (errors.length === 0) return undefined;
  return new ApiProblem({ status: 400, code: 'INVALID_INPUT', detail: text('errors.INVALID_INPUT'), errors });
}
