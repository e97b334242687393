import { Anchor, Group } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { meetingHisTextsQuery, minutesQuery } from '../meetings/meeting-queries.ts';
import { meetingAt } from '../meetings/meeting-words.ts';
import { MeetingHead } from '../meetings/MeetingHead.tsx';
import { MinutesList } from '../meetings/MinutesList.tsx';
import { MinutesTopics } from '../meetings/MinutesTopics.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { useMeeting } from './use-meeting.ts';

/** The minutes of a meeting that was closed; an earlier edition stays as it was. */
export function MeetingMinutesPage() {
  const { meeting, people, nameOf } = useMeeting();
  const [params] = useSearchParams();
  const chosen = params.get('edition') ?? undefined;
  const { data: minutes } = useSuspenseQuery(minutesQuery(meeting.id, chosen));
  const isNewest = minutes.edition === minutes.editions[0]?.edition;
  const readsHis = mayEver(useSession().user.role, 'HIS_SUMMARY', 'READ') && isNewest;
  const { data: his } = useQuery({ ...meetingHisTextsQuery(meeting.id), enabled: readsHis });
  const query = chosen === undefined ? '' : `?edition=${chosen}`;
  return (
    <>
      <title>{`${text('teamMeetings.one', { at: meetingAt(meeting.startsAt) })} · ${text('common.productName')}`}</title>
      <MeetingHead meeting={meeting} colleagues={people} />
      <Group gap="md" mb="md">
        <Anchor href={`/api/v1/meetings/${meeting.id}/minutes.pdf${query}`}>{text('teamMeetings.minutes.pdf')}</Anchor>
        {minutes.hasMedicalAnnex && (
          <Anchor component={Link} to={`/meetings/${meeting.id}/medical-annex${query}`}>
            {text('medicalAnnex.title')}
          </Anchor>
        )}
        {minutes.editions.length > 1 &&
          minutes.editions.map(({ edition }) => (
            <Anchor
              key={edition}
              component={Link}
              to={`?edition=${edition}`}
              aria-current={edition === minutes.edition ? 'page' : undefined}
            >
              {text('teamMeetings.minutes.edition', { n: edition })}
            </Anchor>
          ))}
      </Group>
      <MinutesList minutes={minutes} nameOf={nameOf} isNewest={isNewest} hisTexts={his?.texts} />
      <MinutesTopics minutes={minutes} nameOf={nameOf} />
    </>
  );
}
