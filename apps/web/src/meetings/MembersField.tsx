import { NativeSelect } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { Person } from './meeting-words.ts';
import { AddPerson, RemovePerson } from './PeopleChoice.tsx';
import type { Member } from './series-values.ts';
import classes from './meetings.module.css';

type Props = {
  members: readonly Member[];
  people: readonly Person[];
  onChange: (members: readonly Member[]) => void;
};

/** Who is asked for every meeting, and who comes in whose place. */
export function MembersField({ members, people, onChange }: Props) {
  const labelOf = (id: string): string =>
    people.find(({ userId }) => userId === id)?.label ?? text('handovers.somebody');
  const others = people.filter(({ userId }) => members.every((member) => member.userId !== userId));
  const change = (userId: string, standInId: string | null): void =>
    onChange(members.map((member) => (member.userId === userId ? { userId, standInId } : member)));
  const add = (userId: string): void =>
    // who takes part herself stands in for nobody
    onChange([
      ...members.map((member) => (member.standInId === userId ? { ...member, standInId: null } : member)),
      { userId, standInId: null },
    ]);
  return (
    <fieldset className={classes['members']}>
      <legend>{text('teamMeetings.series.members')}</legend>
      <ul>
        {members.map(({ userId, standInId }) => {
          const name = labelOf(userId);
          return (
            <li key={userId}>
              <span>{name}</span>
              <NativeSelect
                label={text('teamMeetings.series.standIn')}
                aria-label={text('teamMeetings.series.standInOf', { name })}
                data={[
                  { value: '', label: text('teamMeetings.series.nobody') },
                  ...others.map((one) => ({ value: one.userId, label: one.label })),
                ]}
                value={standInId ?? ''}
                onChange={({ currentTarget }) => change(userId, currentTarget.value || null)}
              />
              <RemovePerson
                name={name}
                onRemove={() => onChange(members.filter((member) => member.userId !== userId))}
              />
            </li>
          );
        })}
      </ul>
      <AddPerson others={others} onAdd={({ userId }) => add(userId)} />
    </fieldset>
  );
}
