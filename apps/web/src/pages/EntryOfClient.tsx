import { Anchor } from '@mantine/core';
import { grantFor, listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { clientQuery } from '../clients/client-queries.ts';
import { birthDateWithAge, nameWithTitle } from '../clients/client-words.ts';
import { instrumentsQuery, packsFor } from '../instruments/instrument-queries.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { ProposalResult } from '../profiles/ProposalResult.tsx';
import { SecondEntryMark } from '../profiles/SecondEntryMark.tsx';
import { ConfirmClient, type EntryChannel } from '../questionnaires/entry-station/ConfirmClient.tsx';
import type { EntryLayout } from '../questionnaires/entry-station/EntrySheet.tsx';
import { EntryDone } from '../questionnaires/entry-station/EntryDone.tsx';
import { EntryForm } from '../questionnaires/entry-station/EntryForm.tsx';
import { responsesQuery } from '../questionnaires/response-queries.ts';
import type { Response } from '../questionnaires/response-types.ts';
import { useClientId } from './use-client-id.ts';

type Step =
  | { kind: 'CONFIRM' }
  | { kind: 'ENTER'; channel: EntryChannel; open: Response | undefined }
  | { kind: 'DONE'; completed: Response };

const begun = (responses: readonly Response[]): Response | undefined =>
  responses.find(({ status }) => status === 'IN_PROGRESS');

/** One client's form from here on: compare name and birth date, type, check, done. In a conversation it is read aloud. */
export function EntryOfClient({ layout }: { layout: EntryLayout }) {
  const clientId = useClientId();
  const { user } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const { data: responses } = useSuspenseQuery(responsesQuery(clientId));
  const { data: loaded } = useSuspenseQuery(instrumentsQuery);
  const [step, setStep] = useState<Step>({ kind: 'CONFIRM' });
  const name = nameWithTitle(client);
  const born = birthDateWithAge(client);
  const showsScores = grantFor(user.role, 'RISK_PROFILE', 'READ')?.limit !== 'CLASS_ONLY';
  const isInterview = layout === 'READ_ALOUD';
  const leave = (): void => void navigate(`/clients/${clientId}`);

  // Read again at the last moment: somebody else may have begun or gone on meanwhile.
  const enter = useMutation({
    mutationFn: async (channel: EntryChannel): Promise<Step> => {
      const newest = await queries.fetchQuery({ ...responsesQuery(clientId), staleTime: 0 });
      return { kind: 'ENTER', channel, open: begun(newest) };
    },
    onSuccess: setStep,
  });

  return (
    <>
      <title>{`${text(isInterview ? 'entry.interview.title' : 'entry.title')} · ${text('common.productName')}`}</title>
      {step.kind === 'CONFIRM' && (
        <ConfirmClient
          name={name}
          born={born}
          isInterview={isInterview}
          open={begun(responses)}
          isBusy={enter.isPending}
          error={enter.error}
          onConfirm={(channel) => enter.mutate(channel)}
          onLeave={leave}
        >
          <Anchor component={Link} to={`/clients/${clientId}/${isInterview ? 'entry' : 'interview'}`} w="fit-content">
            {text(isInterview ? 'entry.interview.onPaper' : 'entry.interview.open')}
          </Anchor>
          {!isInterview && (
            <Anchor component={Link} to={`/clients/${clientId}/score-only`} w="fit-content">
              {text('entry.scoreOnly.link')}
            </Anchor>
          )}
        </ConfirmClient>
      )}
      {step.kind === 'ENTER' && (
        <EntryForm
          clientId={clientId}
          packs={packsFor(loaded, step.open?.instruments)}
          heading={`${name}   ${born}`}
          birthDate={client.birthDate}
          channel={step.channel}
          open={step.open}
          layout={layout}
          onDone={(completed) => setStep({ kind: 'DONE', completed })}
          onStop={leave}
        />
      )}
      {step.kind === 'DONE' && (
        <EntryDone name={listName(client.name)} clientId={clientId}>
          {step.completed.assessment && (
            <ProposalResult assessment={step.completed.assessment} showsScores={showsScores} />
          )}
          {step.completed.secondEntry && <SecondEntryMark id={step.completed.secondEntry.id} mayEnter />}
        </EntryDone>
      )}
    </>
  );
}
