import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useNavigate } from 'react-router';
import { EditRound } from '../screening-rounds/EditRound.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { useReminderDays, useRound } from './use-round.ts';

export function EditRoundPage() {
  const { round, mayWork } = useRound();
  const navigate = useNavigate();
  const reminderDays = useReminderDays();
  const isOver = round.state === 'CLOSED' || round.state === 'CANCELLED';
  if (!mayWork || isOver) return <NotFoundPage />;
  const title = text('screeningRounds.form.editTitle');
  return (
    <>
      <title>{`${title} · ${text('common.productName')}`}</title>
      <Title order={1} mb="lg">
        {title}
      </Title>
      <EditRound
        round={round}
        reminderDays={reminderDays}
        onDone={() => void navigate(`/screening-rounds/${round.id}`)}
      />
    </>
  );
}
