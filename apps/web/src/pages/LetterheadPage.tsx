import { Text, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { letterheadQuery } from '../letterheads/letterhead-queries.ts';
import { LetterheadForm } from '../letterheads/LetterheadForm.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';

/** What stands above and below the letters of the practice. */
export function LetterheadPage() {
  const { user } = useSession();
  const { data: letterhead } = useSuspenseQuery(letterheadQuery);
  if (!mayEver(user.role, 'PRACTICE_SETTINGS', 'UPDATE')) return <NotFoundPage />;
  return (
    <>
      <title>{`${text('letterheads.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('letterheads.title')}</Title>
      <SettingsTabs />
      <Text c="dimmed" mt="md" mb="lg" maw={640}>
        {text('letterheads.intro')}
      </Text>
      <LetterheadForm letterhead={letterhead} />
    </>
  );
}
