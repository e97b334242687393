import { Text, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSession } from '../platform/session/session-queries.ts';
import { RetentionList } from '../retention/RetentionList.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { seesRetention } from './sees-destructions.ts';

export function RetentionPage() {
  const { role } = useSession().user;
  if (!seesRetention(role)) return <NotFoundPage />;
  return (
    <>
      <title>{`${text('retention.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('retention.title')}</Title>
      <Text c="dimmed" mb="md" maw={720}>
        {text('retention.intro')}
      </Text>
      <RetentionList mayAsk={mayEver(role, 'DESTRUCTION', 'FINALISE')} />
    </>
  );
}
