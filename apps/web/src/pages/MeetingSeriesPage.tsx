import { Anchor, Text, Title } from '@mantine/core';
import { mayEver, STANDING_MEMBER_ROLES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Person } from '../meetings/meeting-words.ts';
import { seriesQuery } from '../meetings/series-queries.ts';
import { SeriesForm } from '../meetings/SeriesForm.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { mayKeepSeries } from './may-keep-series.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';
import { useColleagues } from './use-colleagues.ts';

/** The series of the practice: rhythm, place and standing members. */
export function MeetingSeriesPage() {
  const { role } = useSession().user;
  const { data: series } = useSuspenseQuery(seriesQuery);
  const colleagues = useColleagues();
  if (!mayKeepSeries(role)) return <NotFoundPage />;
  const people: Person[] = [...colleagues.values()]
    .filter((one) => STANDING_MEMBER_ROLES.some((takesPart) => takesPart === one.role))
    .map((one) => ({
      userId: one.userId,
      role: one.role,
      label: `${one.displayName}, ${text(`common.role.${one.role}`)}`,
    }));
  return (
    <>
      <title>{`${text('teamMeetings.series.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('teamMeetings.series.title')}</Title>
      {mayEver(role, 'MEETING', 'READ') ? (
        <Anchor component={Link} to="/meetings">
          {text('teamMeetings.series.back')}
        </Anchor>
      ) : (
        <SettingsTabs />
      )}
      <Text c="dimmed" mt="md" mb="lg" maw={640}>
        {text('teamMeetings.series.intro')}
      </Text>
      <SeriesForm series={series} people={people} />
    </>
  );
}
