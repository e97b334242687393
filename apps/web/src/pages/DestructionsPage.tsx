import { Text, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { DestructionList } from '../destructions/DestructionList.tsx';
import { Link } from 'react-router';
import { useSession } from '../platform/session/session-queries.ts';
import { seesDestructions, seesRetention } from './sees-destructions.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

export function DestructionsPage() {
  const { role } = useSession().user;
  if (!seesDestructions(role)) return <NotFoundPage />;
  return (
    <>
      <title>{`${text('destructions.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('destructions.title')}</Title>
      <Text c="dimmed" mb="md" maw={720}>
        {text('destructions.intro')}
      </Text>
      {seesRetention(role) && (
        <p>
          <Link to="/retention">{text('retention.link')}</Link>
        </p>
      )}
      <DestructionList
        mayDecide={mayEver(role, 'DESTRUCTION', 'FINALISE')}
        mayPrint={mayEver(role, 'DESTRUCTION', 'CREATE') || mayEver(role, 'DESTRUCTION', 'FINALISE')}
      />
    </>
  );
}
