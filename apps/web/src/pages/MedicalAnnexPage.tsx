import { Anchor, Group, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { medicalAnnexQuery } from '../meetings/medical-annex-queries.ts';
import { MedicalAnnexList } from '../meetings/MedicalAnnexList.tsx';
import { meetingAt } from '../meetings/meeting-words.ts';
import { useMeeting } from './use-meeting.ts';
import classes from '../meetings/medical-note.module.css';

/** The medical annex of an edition of the minutes: a page of its own, for who may read it. */
export function MedicalAnnexPage() {
  const { meeting, nameOf } = useMeeting();
  const [params] = useSearchParams();
  const chosen = params.get('edition') ?? undefined;
  const { data: annex } = useSuspenseQuery(medicalAnnexQuery(meeting.id, chosen));
  const query = chosen === undefined ? '' : `?edition=${chosen}`;
  const at = meetingAt(annex.startsAt);
  return (
    <>
      <title>{`${text('medicalAnnex.title')} · ${text('common.productName')}`}</title>
      <section className={classes['annex']} aria-labelledby="annex-title">
        <Title order={1} id="annex-title">
          {text('medicalAnnex.title')}
        </Title>
        <p>
          {text('medicalAnnex.page', { meeting: text('teamMeetings.one', { at }), n: annex.edition })}{' '}
          <strong>{text('medicalAnnex.forWhom')}</strong>
        </p>
        <Group gap="md" mb="md">
          <Anchor component={Link} to={`/meetings/${meeting.id}/minutes${query}`}>
            {text('medicalAnnex.back')}
          </Anchor>
          <Anchor href={`/api/v1/meetings/${meeting.id}/medical-annex.pdf${query}`}>{text('medicalAnnex.pdf')}</Anchor>
        </Group>
        <MedicalAnnexList annex={annex} nameOf={nameOf} />
      </section>
    </>
  );
}
