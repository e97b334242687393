import { Button, Text, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Rows } from '../ui/Rows.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { DestructionLetter } from './DestructionLetter.tsx';
import { type DestructionRequest, destructionsQuery } from './destruction-queries.ts';
import classes from './destructions.module.css';

const nameOf = ({ clientName }: DestructionRequest): string => clientName ?? text('destructions.hiddenClient');

type LineProps = { request: DestructionRequest; mayPrint: boolean; onDecide: (() => void) | undefined };

function Line({ request, mayPrint, onDecide }: LineProps) {
  const { id, clientId, clientName, requestedBy, requestedOn, dueOn, overdue, state, parts, reasonCode, note } =
    request;
  const hasLetter = state === 'PARTLY' || state === 'REFUSED';
  const day = formatDutchDay(requestedOn);
  return (
    <li>
      <span>
        <div>{clientName === null ? nameOf(request) : <Link to={`/clients/${clientId}`}>{clientName}</Link>}</div>
        <div className={classes['quiet']}>{text(`destructions.requestedBy.${requestedBy}`, { day })}</div>
        {state === 'RECEIVED' ? (
          <div className={classes[overdue ? 'late' : 'quiet']}>
            {text(overdue ? 'destructions.overdue' : 'destructions.due', { day: formatDutchDay(dueOn) })}
          </div>
        ) : (
          <div className={classes['quiet']}>
            {text(`destructions.state.${state}`)}
            {reasonCode !== null && `: ${findText(`destructions.reason.${reasonCode}`) ?? reasonCode}`}
          </div>
        )}
        {parts !== null && (
          <div className={classes['quiet']}>
            {text('destructions.partsGone', {
              parts: parts.map((part) => text(`destructions.part.${part}`)).join('; '),
            })}
          </div>
        )}
        {note !== null && <div>{note}</div>}
      </span>
      {onDecide !== undefined && state === 'RECEIVED' && (
        <Button size="sm" aria-label={text('destructions.decideOf', { name: nameOf(request) })} onClick={onDecide}>
          {text('destructions.decide')}
        </Button>
      )}
      {mayPrint && hasLetter && clientName !== null && <DestructionLetter id={id} name={clientName} />}
    </li>
  );
}

/** Requests that wait, those that were decided, and the ledger. */
export function DestructionList({ mayDecide, mayPrint }: { mayDecide: boolean; mayPrint: boolean }) {
  const { data } = useSuspenseQuery(destructionsQuery);
  const [deciding, setDeciding] = useState<DestructionRequest>();
  const [said, setSaid] = useState('');
  return (
    <>
      <p role="status">{said}</p>
      {data.items.length === 0 ? (
        <EmptyState title={text('destructions.none')} hint={text('destructions.noneHint')} />
      ) : (
        <section>
          <Title order={2}>{text('destructions.requests')}</Title>
          <Rows className={classes['lines']} parted>
            {data.items.map((request) => (
              <Line
                key={request.id}
                request={request}
                mayPrint={mayPrint}
                onDecide={mayDecide ? () => setDeciding(request) : undefined}
              />
            ))}
          </Rows>
        </section>
      )}
      {data.ledger.length > 0 && (
        <section>
          <Title order={2}>{text('destructions.ledger')}</Title>
          <Text c="dimmed">{text('destructions.ledgerHint')}</Text>
          <Rows className={classes['lines']} parted>
            {data.ledger.map(({ id, rule, decidedOn }) => (
              <li key={id}>{text(`destructions.ledgerLine.${rule}`, { day: formatDutchDay(decidedOn) })}</li>
            ))}
          </Rows>
        </section>
      )}
      {deciding !== undefined && (
        <DecideDialog
          request={deciding}
          name={nameOf(deciding)}
          onClose={() => setDeciding(undefined)}
          onDone={(words) => {
            setSaid(words);
            setDeciding(undefined);
          }}
        />
      )}
    </>
  );
}
