import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type Meeting, putAttendance } from './meeting-queries.ts';
import { AddPerson, RemovePerson } from './PeopleChoice.tsx';

type Person = { userId: string; label: string; present: boolean; absent: boolean };
type Props = {
  meeting: Meeting;
  /** Everybody who works here, with role and organisation. */
  colleagues: readonly { userId: string; label: string }[];
  onDone: (meeting: Meeting) => void;
  onClose: () => void;
};

/** Who takes part and who is there; somebody who joins late is ticked then. */
export function AttendanceDialog({ meeting, colleagues, onDone, onClose }: Props) {
  const isHeld = meeting.state === 'RUNNING' || meeting.state === 'REOPENED';
  const [people, setPeople] = useState<readonly Person[]>(() =>
    meeting.attendees.map(({ userId, displayName, organisation, present, absent }) => ({
      userId,
      label: `${displayName}, ${organisation}`,
      present: present ?? false,
      absent,
    })),
  );
  const others = colleagues.filter(({ userId }) => people.every((one) => one.userId !== userId));
  const save = useMutation({
    mutationFn: () => {
      const before = new Map(meeting.attendees.map((one) => [one.userId, one]));
      return putAttendance(
        meeting,
        people.map(({ userId, present, absent }) => ({
          userId,
          present: isHeld ? present : (before.get(userId)?.present ?? null),
          absent,
          joinedAt: before.get(userId)?.joinedAt ?? null,
        })),
      );
    },
    onSuccess: onDone,
  });
  const change = (userId: string, said: Partial<Person>): void =>
    setPeople((before) => before.map((one) => (one.userId === userId ? { ...one, ...said } : one)));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={text('teamMeetings.attendance.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {save.error !== null && <ProblemSummary error={save.error} />}
          {people.map(({ userId, label, present, absent }, index) => (
            <Group key={userId} justify="space-between" wrap="nowrap">
              {isHeld ? (
                <Checkbox
                  {...(index === 0 && { 'data-autofocus': true })}
                  label={label}
                  checked={present}
                  onChange={({ currentTarget }) => change(userId, { present: currentTarget.checked })}
                />
              ) : (
                <>
                  <span>{label}</span>
                  <Checkbox
                    label={text('teamMeetings.attendance.absent')}
                    aria-label={text('teamMeetings.about', {
                      act: text('teamMeetings.attendance.absent'),
                      name: label,
                    })}
                    checked={absent}
                    onChange={({ currentTarget }) => change(userId, { absent: currentTarget.checked })}
                  />
                </>
              )}
              <RemovePerson
                name={label}
                onRemove={() => setPeople((before) => before.filter((one) => one.userId !== userId))}
              />
            </Group>
          ))}
          <AddPerson
            others={others}
            onAdd={(chosen) => setPeople((before) => [...before, { ...chosen, present: isHeld, absent: false }])}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text('teamMeetings.attendance.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
