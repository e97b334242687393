import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { clientQuery } from '../clients/client-queries.ts';
import { birthDateWithAge, nameWithTitle } from '../clients/client-words.ts';
import { instrumentsQuery, packsFor } from '../instruments/instrument-queries.ts';
import { AmendForm } from '../profiles/AmendForm.tsx';
import { completedResponse } from '../profiles/responses-of-record.ts';
import { responsesQuery } from '../questionnaires/response-queries.ts';
import { useClientId } from './use-client-id.ts';

/** Improves one completed form of a client, whose name and birth date stay above it. */
export function AmendResponsePage() {
  const clientId = useClientId();
  const { responseId } = useParams();
  const navigate = useNavigate();
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const { data: responses } = useSuspenseQuery(responsesQuery(clientId));
  const { data: loaded } = useSuspenseQuery(instrumentsQuery);
  const response = completedResponse(responses, responseId);
  const record = `/clients/${clientId}/profiles`;
  return (
    <>
      <title>{`${text('profiles.amend.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('profiles.amend.title')}</Title>
      <Text mb="md">
        {nameWithTitle(client)} · {birthDateWithAge(client)}
      </Text>
      {response === undefined ? (
        <Text>
          {text('profiles.amend.notCompleted')} <Link to={record}>{text('profiles.amend.cancel')}</Link>
        </Text>
      ) : (
        <AmendForm
          response={response}
          packs={packsFor(loaded, response.instruments)}
          onDone={() => void navigate(record)}
        />
      )}
    </>
  );
}
