import { Text, Title } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Rows } from '../ui/Rows.tsx';
import { AskBatch } from './AskBatch.tsx';
import { DueRecordFacts, nameOf } from './DueRecordFacts.tsx';
import { retentionQuery } from './retention-queries.ts';
import classes from './retention.module.css';

/** Records whose term is over; who may, picks from them. */
export function RetentionList({ mayAsk }: { mayAsk: boolean }) {
  const { data } = useSuspenseQuery(retentionQuery);
  const [said, setSaid] = useState('');
  const { items, total } = data;
  return (
    <>
      <p role="status">{said}</p>
      {total === 0 && <EmptyState title={text('retention.none')} hint={text('retention.noneHint')} />}
      {total > 0 && (
        <section>
          <Title order={2}>{plural('retention.count', total)}</Title>
          {total > items.length && (
            <Text c="dimmed">{text('retention.firstOf', { shown: String(items.length), total: String(total) })}</Text>
          )}
          {mayAsk ? (
            <AskBatch records={items} onDone={(asked) => setSaid(plural('retention.done', asked))} onSaid={setSaid} />
          ) : (
            <Rows className={classes['lines']}>
              {items.map((record) => (
                <li key={record.id}>
                  {nameOf(record)}
                  <DueRecordFacts record={record} />
                </li>
              ))}
            </Rows>
          )}
        </section>
      )}
    </>
  );
}
