import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { LookBackFigures, LookBackMeetings } from '../meetings/LookBackFigures.tsx';
import { lookBackQuery } from '../meetings/meeting-queries.ts';
import { Chip, ChipGroup } from '../ui/Chips.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** What the meetings of a year came to, and the app itself asked of people. */
export function LookBackPage() {
  const [address, setAddress] = useSearchParams();
  const asked = /^\d{4}$/.test(address.get('year') ?? '') ? Number(address.get('year')) : undefined;
  const { data } = useSuspenseQuery(lookBackQuery(asked));
  const { year, years, meetings, total } = data;
  const title = year === null ? text('lookBack.title') : text('lookBack.ofYear', { year });
  return (
    <>
      <title>{`${title} · ${text('common.productName')}`}</title>
      <Title order={1}>{title}</Title>
      <Text c="dimmed" mb="md">
        {text('lookBack.intro')}
      </Text>
      {years.length > 1 && (
        <ChipGroup name={text('lookBack.years')}>
          {years.map((one) => (
            <Chip
              key={one.year}
              label={String(one.year)}
              isOn={one.year === year}
              onToggle={() => setAddress({ year: String(one.year) }, { replace: true })}
            />
          ))}
        </ChipGroup>
      )}
      {meetings.length === 0 ? (
        <EmptyState title={text('lookBack.none.title')} hint={text('lookBack.none.hint')} />
      ) : (
        <>
          <LookBackFigures figures={total} />
          <LookBackMeetings meetings={meetings} />
        </>
      )}
    </>
  );
}
