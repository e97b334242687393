import { grantFor, listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { clientQuery } from '../clients/client-queries.ts';
import { birthDateWithAge, nameWithTitle } from '../clients/client-words.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { ProposalResult } from '../profiles/ProposalResult.tsx';
import { EntryDone } from '../questionnaires/entry-station/EntryDone.tsx';
import { ScoreOnlyForm } from '../questionnaires/entry-station/ScoreOnlyForm.tsx';
import type { Response } from '../questionnaires/response-types.ts';
import { useClientId } from './use-client-id.ts';

/** Takes over the totals of a form that was scored elsewhere. */
export function ScoreOnlyPage() {
  const clientId = useClientId();
  const { user } = useSession();
  const navigate = useNavigate();
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const showsScores = grantFor(user.role, 'RISK_PROFILE', 'READ')?.limit !== 'CLASS_ONLY';
  const [completed, setCompleted] = useState<Response>();
  return (
    <>
      <title>{`${text('entry.scoreOnly.title')} · ${text('common.productName')}`}</title>
      {completed === undefined ? (
        <>
          <h1 style={{ margin: 0, fontSize: '1.375rem' }}>
            {nameWithTitle(client)} {birthDateWithAge(client)}
          </h1>
          <ScoreOnlyForm
            clientId={clientId}
            birthDate={client.birthDate}
            onDone={setCompleted}
            onStop={() => void navigate(`/clients/${clientId}`)}
          />
        </>
      ) : (
        <EntryDone name={listName(client.name)} clientId={clientId}>
          {completed.assessment && <ProposalResult assessment={completed.assessment} showsScores={showsScores} />}
        </EntryDone>
      )}
    </>
  );
}
