import { Text, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { instrumentVersionsQuery } from '../instruments/instrument-queries.ts';
import { InstrumentVersions } from '../instruments/InstrumentVersions.tsx';
import { LoadPackForm } from '../instruments/LoadPackForm.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Which questionnaires the practice may use, in which versions. */
export function InstrumentsPage() {
  const { user } = useSession();
  const { data: versions } = useSuspenseQuery(instrumentVersionsQuery);
  if (!mayEver(user.role, 'INSTRUMENTS', 'CREATE')) return <NotFoundPage />;
  return (
    <>
      <title>{`${text('instruments.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('instruments.title')}</Title>
      <Text c="dimmed" mb="lg" maw={640}>
        {text('instruments.intro')}
      </Text>
      <InstrumentVersions versions={versions} />
      <LoadPackForm />
    </>
  );
}
