import { Button, Group, Stack, Text } from '@mantine/core';
import { addDays, ASK_CONSENT_WITHIN_DAYS, formatDutchDay, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { consentBody, consentGaps, newConsent } from '../consents/consent-form.ts';
import { askConsentLater, consentTextsQuery, registerConsent } from '../consents/consent-queries.ts';
import type { Organisation, Speaker } from '../consents/consent-types.ts';
import { ConsentFields } from '../consents/ConsentFields.tsx';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { fieldErrors } from '../platform/problem.ts';
import { useSession } from '../platform/session/session-queries.ts';
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
  const { user } = useSession();
  const { data: texts } = useQuery(consentTextsQuery);
  const [values, setValues] = useState(() =>
    newConsent(today, { toOrganisationId: colleague.organisationId, categories: [1] }),
  );
  const [gaps, setGaps] = useState<Record<string, string>>({});
  const [key] = useState(createIdempotencyKey);
  const [laterKey] = useState(createIdempotencyKey);
  const save = useMutation({
    mutationFn: () => registerConsent(clientId, consentBody(values, today), key),
    onSuccess: async () => {
      onGiven();
      await cache.invalidateQueries({ queryKey: ['clients', clientId] });
    },
  });
  const organisation = organisations.find(({ id }) => id === colleague.organisationId)?.name ?? '';
  const dueOn = addDays(today, ASK_CONSENT_WITHIN_DAYS);
  const later = useMutation({
    mutationFn: () => {
      const words = text('careTeams.consent.task', { organisation, name: colleague.displayName });
      return askConsentLater(clientId, { userId: user.id, words, dueOn }, laterKey);
    },
    onSuccess: async (isMade) => {
      announce(
        isMade
          ? text('careTeams.consent.taskMade', { day: formatDutchDay(dueOn) })
          : text('careTeams.consent.taskThere'),
      );
      onCancel();
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
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <Text role="alert">{text('careTeams.consent.why', { organisation })}</Text>
        {(save.error ?? later.error) !== null && <ProblemSummary error={save.error ?? later.error} />}
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
        {mayEver(user.role, 'TASKS', 'CREATE') && (
          <div>
            <Button variant="default" loading={later.isPending} onClick={() => later.mutate()}>
              {text('careTeams.consent.notAsked')}
            </Button>
            <Text c="dimmed" size="sm" mt={4}>
              {text('careTeams.consent.notAskedHint', { name: colleague.displayName })}
            </Text>
          </div>
        )}
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
