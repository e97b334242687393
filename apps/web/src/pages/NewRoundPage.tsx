import { Text, Title } from '@mantine/core';
import { dayOfInstant, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../platform/session/session-queries.ts';
import { NewRound } from '../screening-rounds/NewRound.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { coversPractice, useReminderDays } from './use-round.ts';

export function NewRoundPage() {
  const { role } = useSession().user;
  const navigate = useNavigate();
  const reminderDays = useReminderDays();
  const [today] = useState(() => dayOfInstant(Date.now()));
  if (!mayEver(role, 'SCREENING', 'CREATE') || !coversPractice(role)) return <NotFoundPage />;
  const title = text('screeningRounds.form.newTitle');
  return (
    <>
      <title>{`${title} · ${text('common.productName')}`}</title>
      <Title order={1}>{title}</Title>
      <Text c="dimmed" mb="lg" maw={700}>
        {text('screeningRounds.form.intro')}
      </Text>
      <NewRound
        today={today}
        reminderDays={reminderDays}
        onDone={({ id }) => void navigate(`/screening-rounds/${id}`)}
        onCancel={() => void navigate('/screening-rounds')}
      />
    </>
  );
}
