import { Button, Group, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import classes from './consents.module.css';
import { consentsQuery } from './consent-queries.ts';
import type { Consent, Organisation, Speaker } from './consent-types.ts';
import { consentTitle } from './consent-words.ts';
import { ConsentDialog } from './ConsentDialog.tsx';
import { ConsentRegister } from './ConsentRegister.tsx';
import { NotAskedNotes } from './NotAskedNotes.tsx';
import { PrintedConsent } from './PrintedConsent.tsx';
import { SharingTable } from './SharingTable.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Props = {
  clientId: string;
  clientName: string;
  today: string;
  organisations: readonly Organisation[];
  people: readonly Speaker[];
  nameOf: (userId: string) => string | undefined;
  mayAsk: boolean;
  mayWithdraw: boolean;
  mayPrint: boolean;
};
type Open = { kind: 'ASK' } | { kind: 'WITHDRAW'; consent: Consent | undefined } | undefined;

/** What the client agreed to, what follows from it, and the two things one does here: ask, and take back. */
export function ConsentPanel(props: Props) {
  const { clientId, clientName, today, organisations, people, nameOf, mayAsk, mayWithdraw, mayPrint } = props;
  const { data } = useSuspenseQuery(consentsQuery(clientId));
  const [open, setOpen] = useState<Open>();
  const [said, setSaid] = useState('');
  const inForce = data.items.filter(({ state }) => state === 'IN_FORCE');
  const hasGrant = inForce.some(({ rule }) => rule === 'GRANT');
  function done(words: string): void {
    setOpen(undefined);
    setSaid(words);
  }
  return (
    <>
      <Text mb="md">{text('consents.intro')}</Text>
      <Group mb="md">
        {mayAsk && <Button onClick={() => setOpen({ kind: 'ASK' })}>{text('consents.ask.open')}</Button>}
        {mayWithdraw && hasGrant && (
          <Button variant="default" onClick={() => setOpen({ kind: 'WITHDRAW', consent: undefined })}>
            {text('consents.withdraw.open')}
          </Button>
        )}
      </Group>
      {mayPrint && <PrintedConsent clientId={clientId} />}
      <p role="status" className={classes['said']}>
        {said}
      </p>
      <Title order={2} mb="xs">
        {text('consents.table.title')}
      </Title>
      <SharingTable rows={data.sharing} organisations={organisations} />
      <NotAskedNotes organisations={organisations} />
      <Title order={2} mt="lg" mb="xs">
        {text('consents.register.title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {text('consents.register.hint')}
      </Text>
      <ConsentRegister
        consents={data.items}
        organisations={organisations}
        nameOf={nameOf}
        onWithdraw={mayWithdraw ? (consent) => setOpen({ kind: 'WITHDRAW', consent }) : undefined}
      />
      {open?.kind === 'ASK' && (
        <ConsentDialog
          {...{ clientId, clientName, today, organisations, people }}
          onDone={() => done(text('consents.ask.saved'))}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.kind === 'WITHDRAW' && (
        <WithdrawDialog
          clientId={clientId}
          consents={open.consent === undefined ? inForce.filter(({ rule }) => rule === 'GRANT') : [open.consent]}
          words={(consent) => consentTitle(consent, organisations)}
          first={open.consent}
          onDone={() => done(text('consents.withdraw.saved'))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
