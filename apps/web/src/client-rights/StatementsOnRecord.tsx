import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { statementsQuery } from './rights-queries.ts';
import { StatementList } from './StatementList.tsx';

type Props = { clientId: string; nameOf: (userId: string) => string | undefined };

/** What the client wants to stand in her record, where everybody who opens it sees it. Nothing where she said nothing. */
export function StatementsOnRecord({ clientId, nameOf }: Props) {
  const { data } = useQuery(statementsQuery(clientId));
  const statements = data?.items.filter(({ withdrawn }) => withdrawn === null) ?? [];
  if (statements.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {text('clientRights.statement.heading')}
      </Title>
      <StatementList statements={statements} nameOf={nameOf} />
    </section>
  );
}
