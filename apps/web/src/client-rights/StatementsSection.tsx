import { Button, Text, Title } from '@mantine/core';
import { STATEMENT_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { recordStatement, type Statement, statementsQuery, withdrawStatement } from './rights-queries.ts';
import { StatementList } from './StatementList.tsx';
import { WishDialog } from './WishDialog.tsx';

type Props = { clientId: string; today: string; mayRegister: boolean; nameOf: (userId: string) => string | undefined };

/** The client's own statement beside what others wrote. */
export function StatementsSection({ clientId, today, mayRegister, nameOf }: Props) {
  const cache = useQueryClient();
  const { data } = useQuery(statementsQuery(clientId));
  const [isAdding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Statement>();
  async function done(words: string): Promise<void> {
    await cache.invalidateQueries({ queryKey: ['clients', clientId] });
    setAdding(false);
    setWithdrawing(undefined);
    announce(words);
  }
  const hidden = data?.hidden?.[0];
  return (
    <section>
      <Title order={2} mb="sm">
        {text('clientRights.statement.heading')}
      </Title>
      <Text mb="sm">{text('clientRights.statement.hint')}</Text>
      {data?.items.length === 0 && <Text mb="sm">{text('clientRights.statement.none')}</Text>}
      <StatementList
        statements={data?.items ?? []}
        nameOf={nameOf}
        {...(mayRegister && { onWithdraw: setWithdrawing })}
      />
      {hidden !== undefined && <HiddenNote code={hidden.code} what={text('clientRights.statement.aboutAnswers')} />}
      {mayRegister && (
        <Button variant="default" mt="sm" onClick={() => setAdding(true)}>
          {text('clientRights.statement.add')}
        </Button>
      )}
      {isAdding && (
        <WishDialog
          kind="statement"
          maximum={STATEMENT_LIMITS.max}
          today={today}
          send={({ words, by, on }, key) =>
            recordStatement(clientId, { statement: words, givenBy: by, givenOn: on }, key)
          }
          onDone={() => void done(text('clientRights.statement.added'))}
          onClose={() => setAdding(false)}
        />
      )}
      {withdrawing !== undefined && (
        <ReasonDialog
          act="withdraw"
          send={(reason) => withdrawStatement(withdrawing.id, reason)}
          onDone={() => void done(text('clientRights.statement.gone'))}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </section>
  );
}
