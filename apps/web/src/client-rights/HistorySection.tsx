import { Text, Title } from '@mantine/core';
import { findText, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import classes from './client-rights.module.css';
import { type HistoryItem, historyQuery } from './rights-queries.ts';
import { dayWords, fieldWords, valueWords } from './rights-words.ts';

/** What data were before they were corrected: who, when and why. */
export function HistorySection({ clientId }: { clientId: string }) {
  const { data } = useQuery(historyQuery(clientId));
  return (
    <section>
      <Title order={2} mb="sm">
        {text('clientRights.history.title')}
      </Title>
      <Text mb="sm">{text('clientRights.history.hint')}</Text>
      {data?.items.length === 0 && <Text>{text('clientRights.history.none')}</Text>}
      <ol className={classes['list']}>
        {data?.items.map((item) => (
          <li key={item.id}>
            <Correction item={item} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Correction({ item }: { item: HistoryItem }) {
  const what = text(`clientRights.history.subject.${item.subject}`, { name: item.name ?? '' });
  const who = item.by === null ? text('clientRights.somebody') : `${item.by.displayName}, ${roleWords(item.by.role)}`;
  return (
    <>
      <strong>{`${dayWords(item.at)} · ${what}`}</strong>
      <Text className={classes['quiet']}>{who}</Text>
      {item.reason !== null && <Text>{text('clientRights.history.why', { reason: item.reason })}</Text>}
      <dl className={classes['changes']}>
        {item.fields.map(({ field, before, after }) => (
          <Fragment key={field}>
            <dt>{fieldWords(field)}</dt>
            <dd>
              {item.added
                ? valueWords(after)
                : text('clientRights.history.change', { before: valueWords(before), after: valueWords(after) })}
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

const roleWords = (role: string): string => findText(`clientRights.codes.${role}`) ?? role;
