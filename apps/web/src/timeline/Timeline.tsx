import { Button, NativeSelect, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useProfileLabels } from '../platform/profile-labels.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type TimelineItem, type TimelineKind, timelineQuery } from './timeline-queries.ts';
import classes from './timeline.module.css';
import { fieldWords, isTold, valueWords, whatHappened } from './timeline-words.ts';

type NameOf = (userId: string) => string | undefined;

/** Old and new value of what changed, for who wants to see them. */
function Changes({ item: { fields } }: { item: TimelineItem }) {
  const labels = useProfileLabels();
  const told = fields.filter(isTold);
  if (told.length === 0) return null;
  return (
    <details>
      <summary>{text('timeline.changes')}</summary>
      <ul className={classes['changes']}>
        {told.map(({ field, before, after }) => (
          <li key={field}>
            {fieldWords(field)}: {valueWords(before, labels)} → {valueWords(after, labels)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Line({ item, nameOf }: { item: TimelineItem; nameOf: NameOf }) {
  const labels = useProfileLabels();
  const people = [item.about, item.by].flatMap((id) => (id === null ? [] : (nameOf(id) ?? text('timeline.somebody'))));
  return (
    <li className={classes['line']}>
      <span className={classes['day']}>{formatDutchDay(item.on)}</span>
      <div>
        <div>
          {whatHappened(item, labels)}
          {people.length > 0 && <span className={classes['quiet']}>, {[...new Set(people)].join(', ')}</span>}
        </div>
        {item.text !== null && item.text !== '' && <div className={classes['text']}>{item.text}</div>}
        <Changes item={item} />
      </div>
    </li>
  );
}

/** What happened around one client, newest first, of all kinds or of one. */
export function Timeline({ clientId, nameOf }: { clientId: string; nameOf: NameOf }) {
  const titleId = useId();
  const [kind, setKind] = useState<TimelineKind>();
  const found = useInfiniteQuery(timelineQuery(clientId, kind));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const first = found.data?.pages[0];
  return (
    <section aria-labelledby={titleId} className={classes['section']}>
      <div className={classes['head']}>
        <Title order={2} id={titleId}>
          {text('timeline.title')}
        </Title>
        <NativeSelect
          size="sm"
          label={text('timeline.show')}
          value={kind ?? ''}
          data={[
            { value: '', label: text('timeline.all') },
            ...(first?.kinds ?? []).map((one) => ({ value: one, label: text(`timeline.kind.${one}`) })),
          ]}
          onChange={({ currentTarget }) =>
            setKind(currentTarget.value === '' ? undefined : (currentTarget.value as TimelineKind))
          }
        />
      </div>
      {found.error !== null && <ProblemSummary error={found.error} />}
      {found.isPending && <Loading />}
      {first !== undefined && items.length === 0 && <p className={classes['quiet']}>{text('timeline.nothing')}</p>}
      <ol className={classes['lines']}>
        {items.map((item) => (
          <Line key={item.id} item={item} nameOf={nameOf} />
        ))}
      </ol>
      {found.hasNextPage && (
        <Button variant="default" size="sm" loading={found.isFetching} onClick={() => void found.fetchNextPage()}>
          {text('timeline.earlier')}
        </Button>
      )}
      {first?.hidden?.[0] !== undefined && <HiddenNote code={first.hidden[0].code} />}
    </section>
  );
}
