import { Button } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { Rows } from '../ui/Rows.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import type { Handover, HandoverAct } from './handover-queries.ts';
import classes from './handovers.module.css';
import { nameOf, useHandoverActs } from './use-handover-acts.ts';

type Props = {
  items: readonly Handover[];
  acts: readonly HandoverAct[];
  colleagueOf: (userId: string) => string;
};

function daysOf({ fromOn, untilOn }: Handover): string {
  const from = formatDutchDay(fromOn);
  return untilOn === null
    ? text('handovers.days.from', { from })
    : text('handovers.days.until', { from, until: formatDutchDay(untilOn) });
}

/** One card per client: who to whom, when, why, and what can be done with it. */
export function HandoverLines({ items, acts, colleagueOf }: Props) {
  const step = useHandoverActs();
  const [declining, setDeclining] = useState<Handover>();
  return (
    <>
      {step.error !== null && <ProblemSummary error={step.error} />}
      <Rows>
        {items.map((one) => (
          <li key={one.id} className={classes['line']}>
            <div className={classes['who']}>
              {one.state === 'PROPOSED' && one.clientName !== null ? (
                <strong>{one.clientName}</strong>
              ) : (
                <strong>
                  {one.clientName === null ? (
                    nameOf(one)
                  ) : (
                    <Link to={`/clients/${one.clientId}`}>{one.clientName}</Link>
                  )}
                </strong>
              )}{' '}
              <span className={classes['quiet']}>{text(`handovers.state.${one.state}`)}</span>
              <div>
                {text('handovers.line', { from: colleagueOf(one.fromUserId), to: colleagueOf(one.toUserId) })},{' '}
                {daysOf(one)}
              </div>
              <div className={classes['quiet']}>{text('handovers.reasonLine', { reason: one.reason })}</div>
              {one.state === 'PROPOSED' && <div className={classes['summary']}>{one.summary}</div>}
              {one.careSummary !== null && <div className={classes['summary']}>{one.careSummary}</div>}
              {one.answerReason !== null && <div>{text('handovers.declinedLine', { reason: one.answerReason })}</div>}
              {one.giverGone && <div role="note">{text('handovers.giverGone')}</div>}
            </div>
            <div className={classes['acts']}>
              {acts.map((act) => (
                <Button
                  key={act}
                  size="sm"
                  variant={act === 'accept' ? 'filled' : 'default'}
                  disabled={step.isPending}
                  aria-label={text(`handovers.${act}Of`, { name: nameOf(one) })}
                  onClick={() => (act === 'decline' ? setDeclining(one) : step.mutate({ act, handover: one }))}
                >
                  {text(`handovers.${act}`)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </Rows>
      {declining !== undefined && (
        <DeclineDialog
          name={nameOf(declining)}
          isBusy={step.isPending}
          onDecline={(reason) => {
            step.mutate({ act: 'decline', handover: declining, reason });
            setDeclining(undefined);
          }}
          onClose={() => setDeclining(undefined)}
        />
      )}
    </>
  );
}
