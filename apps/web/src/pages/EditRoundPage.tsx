import { Title } from '@mantine/core';
import { DEFAULT_REMINDER_DAYS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useNavigate } from 'react-router';
import { EditRound } from '../screening-rounds/EditRound.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { useRound } from './use-round.ts';

export function EditRoundPage() {
  const { round, mayWork } = useRound();
  const navigate = useNavigate();
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
        reminderDays={DEFAULT_REMINDER_DAYS}
        onDone={() => void navigate(`/screening-rounds/${round.id}`)}
      />
    </>
  );
}
