import { Button } from '@mantine/core';
import { dayOfInstant, daysBetween, formatDutchDay } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { Rows } from '../ui/Rows.tsx';
import type { ClientInGap, Gap, GapCode } from './safety-net-queries.ts';
import { gapQuery } from './safety-net-queries.ts';
import classes from './safety-net.module.css';

type NameOf = (userId: string) => string | undefined;
type LineProps = {
  client: ClientInGap;
  code: GapCode;
  today: string;
  nameOf: NameOf;
  onExplain: ((client: ClientInGap) => void) | undefined;
};

/** „sinds 3 april 2026 (12 dagen)”. */
function sinceWords(since: string, today: string): string {
  const n = daysBetween(since, today);
  const day = formatDutchDay(since);
  return n > 0 ? text('safetyNet.sinceDays', { day, n }) : text('safetyNet.since', { day });
}

function Line({ client, code, today, nameOf, onExplain }: LineProps) {
  const { id, name, birthDate, since, explanation } = client;
  const isExplained = explanation !== null && explanation.until >= today;
  const gap = text(`safetyNet.gap.${code}.title`);
  return (
    <li className={classes['line']}>
      <span>
        <Link to={`/clients/${id}`}>{name}</Link> <span className={classes['born']}>{formatDutchDay(birthDate)}</span>
      </span>
      <span className={classes['quiet']}>
        {isExplained
          ? text('safetyNet.explainedUntil', { day: formatDutchDay(explanation.until) })
          : sinceWords(since, today)}
      </span>
      {onExplain !== undefined && (
        <Button
          variant="subtle"
          size="sm"
          aria-label={text('safetyNet.explainOf', { gap, name })}
          onClick={() => onExplain(client)}
        >
          {text(isExplained ? 'safetyNet.change' : 'safetyNet.explain')}
        </Button>
      )}
      {isExplained && (
        <span className={classes['reason']}>
          {explanation.reason}{' '}
          <span className={classes['quiet']}>
            {text('safetyNet.by', {
              name: nameOf(explanation.madeBy) ?? text('safetyNet.somebody'),
              day: formatDutchDay(dayOfInstant(explanation.madeAt)),
            })}
          </span>
        </span>
      )}
    </li>
  );
}

type Props = {
  gap: Gap;
  today: string;
  nameOf: NameOf;
  onExplain: ((code: GapCode, client: ClientInGap) => void) | undefined;
};

/** Everyone with one gap; who is explained stands apart. */
export function GapSection({ gap, today, nameOf, onExplain }: Props) {
  const titleId = useId();
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(gapQuery(gap.code, gap));
  const clients = data.pages.flatMap(({ items }) => items);
  const total = gap.total ?? 0;
  const line = (client: ClientInGap) => (
    <Line
      key={client.id}
      client={client}
      code={gap.code}
      today={today}
      nameOf={nameOf}
      onExplain={onExplain && ((one) => onExplain(gap.code, one))}
    />
  );
  return (
    <section aria-labelledby={titleId} className={classes['section']}>
      <h2 id={titleId}>
        {text(`safetyNet.gap.${gap.code}.title`)} <span className={classes['total']}>{total}</span>
      </h2>
      <p className={classes['quiet']}>{text(total === 0 ? 'safetyNet.groupZero' : `safetyNet.gap.${gap.code}.hint`)}</p>
      {total > 0 && <Rows>{clients.map(line)}</Rows>}
      {hasNextPage && (
        <Button variant="default" size="sm" mt="sm" loading={isFetching} onClick={() => void fetchNextPage()}>
          {plural('safetyNet.more', total - clients.length)}
        </Button>
      )}
      {gap.explained.length > 0 && (
        <details className={classes['explained']}>
          <summary>{plural('safetyNet.explained', gap.explainedTotal ?? gap.explained.length)}</summary>
          <Rows>{gap.explained.map(line)}</Rows>
        </details>
      )}
    </section>
  );
}
