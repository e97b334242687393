import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { ClientFinder } from '../clients/ClientFinder.tsx';

/** A pile of paper: find whose form it is, with the focus in the field. */
export function EntrySearchPage() {
  return (
    <>
      <title>{`${text('entry.search.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('entry.search.title')}</Title>
      <Text c="dimmed" mb="lg">
        {text('entry.search.hint')}
      </Text>
      <div style={{ maxWidth: 640 }}>
        <ClientFinder label={text('entry.search.label')} hrefOf={(id) => `/clients/${id}/entry`} />
      </div>
    </>
  );
}
