import { Button, Group } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Link } from 'react-router';
import { CancelRoundDialog } from './CancelRoundDialog.tsx';
import type { Round } from './round-types.ts';
import classes from './screening-rounds.module.css';

type Props = { round: Round; mayCancel: boolean; onClose: () => void };

/** Changing, closing and cancelling: there when they are needed, never in the way. */
export function FinishRound({ round, mayCancel, onClose }: Props) {
  const [isCancelling, setCancelling] = useState(false);
  return (
    <section>
      <h2 className={classes['sectionTitle']}>{text('screeningRounds.finish.title')}</h2>
      <Group>
        <Button component={Link} to={`/screening-rounds/${round.id}/edit`} variant="default">
          {text('screeningRounds.finish.edit')}
        </Button>
        {round.state === 'OPEN' && (
          <Button variant="default" onClick={onClose}>
            {text('screeningRounds.finish.close')}
          </Button>
        )}
        {mayCancel && round.funnel.received === 0 && (
          <Button variant="default" onClick={() => setCancelling(true)}>
            {text('screeningRounds.finish.cancel')}
          </Button>
        )}
      </Group>
      {isCancelling && <CancelRoundDialog round={round} onClose={() => setCancelling(false)} />}
    </section>
  );
}
