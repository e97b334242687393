import { Text, Title } from '@mantine/core';
import { dayOfInstant, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { useSession } from '../platform/session/session-queries.ts';
import { SafetyNetList } from '../safety-net/SafetyNetList.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { useColleagues } from './use-colleagues.ts';
import { seesClientList } from './sees-client-list.ts';

export function SafetyNetPage() {
  const { role } = useSession().user;
  const colleagues = useColleagues();
  const [today] = useState(() => dayOfInstant(Date.now()));
  if (!seesClientList(role)) return <NotFoundPage />;
  return (
    <>
      <title>{`${text('safetyNet.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('safetyNet.title')}</Title>
      <Text c="dimmed" mb="md" maw={720}>
        {text('safetyNet.intro')}
      </Text>
      <SafetyNetList
        today={today}
        nameOf={(userId) => colleagues.get(userId)?.displayName}
        mayExplain={mayEver(role, 'CASE_MANAGER', 'UPDATE')}
      />
    </>
  );
}
