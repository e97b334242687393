import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { SERIES_LIMITS, SERIES_WEEKS } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { FormEvent } from 'react';
import { fieldErrors } from '../platform/problem.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { VersionConflict } from '../ui/VersionConflict.tsx';
import { meetingAt, type Person } from './meeting-words.ts';
import { MembersField } from './MembersField.tsx';
import type { MeetingSeries } from './series-queries.ts';
import { asMembers, differs, membersOf, SERIES_FIELDS, type SeriesField, type SeriesValues, WEEKDAYS } from './series-values.ts'; // prettier-ignore
import { useSeriesForm } from './use-series-form.ts';
import classes from './meetings.module.css';

type Props = {
  series: MeetingSeries;
  /** Everybody who can take part. */
  people: readonly Person[];
};

const label = (field: SeriesField): string => text(`teamMeetings.series.${field}`);
const range = (field: 'minutes' | 'minutesPerClient'): string =>
  text('practiceSettings.rounds.range', SERIES_LIMITS[field]);
const HINTS: Partial<Record<SeriesField, string>> = {
  time: text('teamMeetings.form.atHint'),
  minutes: range('minutes'),
  minutesPerClient: text('teamMeetings.series.orEmpty', { range: range('minutesPerClient') }),
  videoLink: text('teamMeetings.form.videoLinkHint'),
  reminderDays: text('teamMeetings.series.reminderHint'),
};

/** When the team meets by itself, how, and with whom. */
export function SeriesForm({ series, people }: Props) {
  const form = useSeriesForm(series);
  const { base, values, set, conflict, problem, isSaved, isSaving } = form;
  const errors = fieldErrors(problem);
  const typed = (field: SeriesField, inputMode: 'text' | 'numeric' | 'url' = 'text') => (
    <TextInput
      id={field}
      label={label(field)}
      description={HINTS[field]}
      autoComplete="off"
      inputMode={inputMode}
      value={values[field]}
      error={errors[field]}
      onChange={({ currentTarget }) => set(field, currentTarget.value)}
    />
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isSaving) form.submit();
  }
  return (
    <form noValidate onSubmit={submit} className={classes['series']}>
      <Stack gap="md">
        {conflict !== undefined && (
          <VersionConflict
            title={text('teamMeetings.series.stale')}
            subject={text('letterheads.stale.field')}
            rows={SERIES_FIELDS.filter((field) => differs(field, conflict.mine, conflict.theirs)).map((field) => ({
              field,
              label: label(field),
              mine: shown(field, conflict.mine, people),
              theirs: shown(field, conflict.theirs, people),
              isAdopted: !differs(field, values, conflict.theirs),
            }))}
            onTake={(field) => set(field, conflict.theirs[field])}
          />
        )}
        {problem !== undefined && <ProblemSummary error={problem} />}
        <Group align="flex-start" gap="md">
          <NativeSelect
            id="week"
            label={label('week')}
            data={['', ...SERIES_WEEKS].map((value) => ({ value, label: weekWords(value) }))}
            value={values.week}
            onChange={({ currentTarget }) => set('week', currentTarget.value)}
          />
          {values.week !== '' && (
            <>
              <NativeSelect
                id="weekday"
                label={label('weekday')}
                data={WEEKDAYS.map((day) => ({ value: String(day), label: text(`teamMeetings.series.day.d${day}`) }))}
                value={values.weekday}
                onChange={({ currentTarget }) => set('weekday', currentTarget.value)}
              />
              {typed('time')}
            </>
          )}
        </Group>
        {values.week === '' && <Text c="dimmed">{text('teamMeetings.series.noRhythm')}</Text>}
        <Group align="flex-start" gap="md">
          {typed('minutes', 'numeric')}
          {typed('minutesPerClient', 'numeric')}
        </Group>
        {typed('place')}
        {typed('videoLink', 'url')}
        {typed('reminderDays')}
        <MembersField
          members={membersOf(values)}
          people={people}
          onChange={(members) => set('members', asMembers(members))}
        />
        <Group>
          <Button type="submit" disabled={isSaving}>
            {text(isSaving ? 'teamMeetings.form.saving' : 'teamMeetings.series.save')}
          </Button>
        </Group>
        <p role="status">{isSaved && savedWords(base)}</p>
      </Stack>
    </form>
  );
}

const weekWords = (value: string): string =>
  findText(`teamMeetings.series.weekOf.${value}`) ?? text('teamMeetings.series.noWeek');

function savedWords({ nextStartsAt }: MeetingSeries): string {
  if (nextStartsAt === null) return text('teamMeetings.series.saved');
  return text('teamMeetings.series.savedNext', { at: meetingAt(nextStartsAt) });
}

/** A value in words, where two people filled in different ones. */
function shown(field: SeriesField, values: SeriesValues, people: readonly Person[]): string {
  if (field === 'week') return weekWords(values.week);
  if (field === 'weekday') return findText(`teamMeetings.series.day.d${values.weekday}`) ?? values.weekday;
  if (field !== 'members') return values[field];
  const nameOf = (id: string): string =>
    people.find(({ userId }) => userId === id)?.label ?? text('handovers.somebody');
  return membersOf(values)
    .map(({ userId, standInId }) =>
      standInId === null
        ? nameOf(userId)
        : text('teamMeetings.series.withStandIn', { name: nameOf(userId), standIn: nameOf(standInId) }),
    )
    .join('; ');
}
