import { listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { clientQuery } from '../clients/client-queries.ts';
import { birthDateWithAge, nameWithTitle } from '../clients/client-words.ts';
import { instrumentsQuery, packsFor } from '../instruments/instrument-queries.ts';
import { ConfirmClient } from '../questionnaires/entry-station/ConfirmClient.tsx';
import { EntryDone } from '../questionnaires/entry-station/EntryDone.tsx';
import { EntryForm } from '../questionnaires/entry-station/EntryForm.tsx';
import { responsesQuery } from '../questionnaires/response-queries.ts';
import { useClientId } from './use-client-id.ts';

type Step = 'CONFIRM' | 'ENTER' | 'DONE';

/** The entry station for one client: compare name and birth date, type, check, done. */
export function EntryPage() {
  const clientId = useClientId();
  const navigate = useNavigate();
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const { data: responses } = useSuspenseQuery(responsesQuery(clientId));
  const [step, setStep] = useState<Step>('CONFIRM');
  const [open] = useState(() => responses.find(({ status }) => status === 'IN_PROGRESS'));
  const { data: loaded } = useSuspenseQuery(instrumentsQuery);
  const name = nameWithTitle(client);
  const born = birthDateWithAge(client);
  const leave = (): void => void navigate(`/clients/${clientId}`);

  return (
    <>
      <title>{`${text('entry.title')} · ${text('common.productName')}`}</title>
      {step === 'CONFIRM' && (
        <ConfirmClient name={name} born={born} onConfirm={() => setStep('ENTER')} onLeave={leave} />
      )}
      {step === 'ENTER' && (
        <EntryForm
          clientId={clientId}
          packs={packsFor(loaded, open?.instruments)}
          heading={`${name}   ${born}`}
          birthDate={client.birthDate}
          open={open}
          onDone={() => setStep('DONE')}
          onStop={leave}
        />
      )}
      {step === 'DONE' && <EntryDone name={listName(client.name)} clientId={clientId} />}
    </>
  );
}
