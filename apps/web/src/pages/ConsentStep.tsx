import { Button, Group, Stack, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { consentBody, consentGaps, newConsent } from '../consents/consent-form.ts';
import { consentTextsQuery, registerConsent } from '../consents/consent-queries.ts';
import type { Organisation, Speaker } from '../consents/consent-types.ts';
import { ConsentFields } from '../consents/ConsentFields.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { fieldErrors } from '../platform/problem.ts';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

type Props = {
  clientId: string;
  clientName: string;
  today: string;
  organisations: readonly Organisation[];
  people: readonly Speaker[];
  colleague: { displayName: string; organisationId: string };
  /** The client agreed and it stands in the register: now the colleague may be chosen. */
  onGiven: () => void;
  onCancel: () => void;
};

/** Before an ouderenadviseur takes part: the client agrees, in the same dialog. */
export function ConsentStep({
  clientId,
  clientName,
  today,
  organisations,
  people,
  colleague,
  onGiven,
  onCancel,
}: Props) {
  const cache = useQueryClient();
  const { data: texts } = useQuery(consentTextsQuery);
  const [values, setValues] = useState(() =>
    newConsent(today, { toOrganisationId: colleague.organisationId, categories: [1] }),
  );
  const [gaps, setGaps] = useState<Record<string, string>>({});
  const [key] = useState(createIdempotencyKey);
  const save = useMutation({
    mutationFn: () => registerConsent(clientId, consentBody(values, today), key),
    onSuccess: async () => {
      onGiven();
      await cache.invalidateQueries({ queryKey: ['clients', clientId] });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const missing = consentGaps(values, today);
    setGaps(missing);
    const [first] = Object.keys(missing);
    if (first !== undefined) document.getElementById(first)?.focus();
    else if (!save.isPending) save.mutate();
  }
  if (texts === undefined) return <Loading />;
  const organisation = organisations.find(({ id }) => id === colleague.organisationId)?.name ?? '';
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <Text role="alert">{text('careTeams.consent.why', { organisation })}</Text>
        {save.error !== null && <ProblemSummary error={save.error} />}
        <ConsentFields
          values={values}
          onChange={setValues}
          errors={{ ...fieldErrors(save.error), ...gaps }}
          organisations={organisations}
          people={people}
          texts={texts}
          clientName={clientName}
          adviser={colleague}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {text('common.cancel')}
          </Button>
          <Button type="submit" disabled={save.isPending}>
            {text('careTeams.consent.save', { name: colleague.displayName })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
