import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type Meeting, type MeetingSummary, meetingsQuery } from '../meetings/meeting-queries.ts';
import { MeetingForm } from '../meetings/MeetingForm.tsx';
import { MeetingList } from '../meetings/MeetingList.tsx';
import { seriesQuery } from '../meetings/series-queries.ts';
import { announce } from '../platform/announcer.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { mayKeepSeries } from './may-keep-series.ts';

const isPast = ({ state }: MeetingSummary): boolean => state === 'CLOSED' || state === 'CANCELLED';

/** Meetings of the Ouderenzorg Team, what is to come first. */
export function MeetingsPage() {
  const { role } = useSession().user;
  const { data: meetings } = useSuspenseQuery(meetingsQuery);
  const { data: series } = useQuery(seriesQuery);
  const [isPlanning, setPlanning] = useState(false);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const coming = meetings.filter((meeting) => !isPast(meeting));
  const past = meetings.filter(isPast);
  async function planned({ id }: Meeting): Promise<void> {
    announce(text('teamMeetings.form.planned'));
    void cache.invalidateQueries({ queryKey: seriesQuery.queryKey });
    await cache.invalidateQueries({ queryKey: meetingsQuery.queryKey });
    await navigate(`/meetings/${id}`);
  }
  const plan = mayEver(role, 'MEETING', 'UPDATE') && (
    <Button onClick={() => setPlanning(true)}>{text('teamMeetings.plan')}</Button>
  );
  return (
    <>
      <title>{`${text('teamMeetings.title')} · ${text('common.productName')}`}</title>
      <Group justify="space-between" maw="64rem">
        <Title order={1}>{text('teamMeetings.title')}</Title>
        <Group gap="md">
          {mayKeepSeries(role) && (
            <Anchor component={Link} to="/meetings/series">
              {text('teamMeetings.series.title')}
            </Anchor>
          )}
          {coming.length > 0 && plan}
        </Group>
      </Group>
      <Text c="dimmed" mb="md">
        {text('teamMeetings.intro')}
      </Text>
      {coming.length === 0 ? (
        <EmptyState title={text('teamMeetings.list.noComing.title')} hint={text('teamMeetings.list.noComing.hint')}>
          {plan}
        </EmptyState>
      ) : (
        <MeetingList title={text('teamMeetings.list.coming')} meetings={coming} />
      )}
      {past.length > 0 && (
        <>
          <MeetingList title={text('teamMeetings.list.past')} meetings={past} />
          <Anchor component={Link} to="/meetings/look-back">
            {text('lookBack.title')}
          </Anchor>
        </>
      )}
      {isPlanning && (
        <MeetingForm
          {...(series && { series })}
          onDone={(meeting) => void planned(meeting)}
          onClose={() => setPlanning(false)}
        />
      )}
    </>
  );
}
