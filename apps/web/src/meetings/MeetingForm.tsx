import { Button, Group, Stack, TextInput } from '@mantine/core';
import { dayOfInstant, MEETING_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { fieldErrors } from '../platform/problem.ts';
import { clockOf, instantAt } from '../ui/clock.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { changeMeeting, type Meeting, planMeeting } from './meeting-queries.ts';
import type { MeetingSeries } from './series-queries.ts';

type Props = {
  /** The one to change; without it a new one is planned. */
  meeting?: Meeting;
  /** What a new one begins with. */
  series?: MeetingSeries;
  onDone: (meeting: Meeting) => void;
  onClose: () => void;
};

const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim());

/** When and where; the agenda makes itself. */
export function MeetingForm({ meeting, series, onDone, onClose }: Props) {
  const begins = meeting?.startsAt ?? series?.nextStartsAt ?? null;
  const [on, setOn] = useState(begins === null ? undefined : dayOfInstant(begins));
  const [at, setAt] = useState(begins === null ? '' : clockOf(begins));
  const [place, setPlace] = useState((meeting ?? series)?.place ?? '');
  const [videoLink, setVideoLink] = useState((meeting ?? series)?.videoLink ?? '');
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const startsAt = on === undefined ? undefined : instantAt(at, on);
  const save = useMutation({
    mutationFn: (instant: string) => {
      const body = { startsAt: instant, place: orNull(place), videoLink: orNull(videoLink) };
      return meeting === undefined ? planMeeting(body, key) : changeMeeting(meeting, body);
    },
    onSuccess: onDone,
  });
  const refused = fieldErrors(save.error);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (startsAt === undefined) document.getElementById(on === undefined ? 'on' : 'startsAt')?.focus();
    else if (!save.isPending) save.mutate(startsAt);
  }
  return (
    <Dialog
      title={text(meeting === undefined ? 'teamMeetings.form.title' : 'teamMeetings.form.editTitle')}
      onClose={onClose}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Group align="flex-start" gap="md">
            <DateField
              id="on"
              data-autofocus
              label={text('teamMeetings.form.on')}
              aria-required
              value={on}
              onChange={setOn}
              error={hasTried && on === undefined ? text('teamMeetings.form.onRequired') : undefined}
            />
            <TextInput
              id="startsAt"
              w="8rem"
              label={text('teamMeetings.form.at')}
              description={text('teamMeetings.form.atHint')}
              aria-required
              autoComplete="off"
              value={at}
              error={
                hasTried && on !== undefined && startsAt === undefined
                  ? text('teamMeetings.form.atRequired')
                  : refused['startsAt']
              }
              onChange={({ currentTarget }) => setAt(currentTarget.value)}
            />
          </Group>
          <TextInput
            id="place"
            label={text('teamMeetings.form.place')}
            maxLength={MEETING_LIMITS.place}
            value={place}
            error={refused['place']}
            onChange={({ currentTarget }) => setPlace(currentTarget.value)}
          />
          <TextInput
            id="videoLink"
            type="url"
            label={text('teamMeetings.form.videoLink')}
            description={text('teamMeetings.form.videoLinkHint')}
            maxLength={MEETING_LIMITS.videoLink}
            value={videoLink}
            error={refused['videoLink']}
            onChange={({ currentTarget }) => setVideoLink(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(
                save.isPending
                  ? 'teamMeetings.form.saving'
                  : meeting === undefined
                    ? 'teamMeetings.form.save'
                    : 'teamMeetings.form.saveChange',
              )}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
