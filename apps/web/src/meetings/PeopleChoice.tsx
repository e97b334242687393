import { Button, NativeSelect } from '@mantine/core';
import { text } from '@samenoud/texts';

/** Somebody who works here, with role and organisation in the label. */
type Colleague = { userId: string; label: string };

/** Somebody more, of those who are not there yet; nothing when everybody is. */
export function AddPerson({ others, onAdd }: { others: readonly Colleague[]; onAdd: (person: Colleague) => void }) {
  if (others.length === 0) return null;
  return (
    <NativeSelect
      label={text('teamMeetings.attendance.add')}
      value=""
      data={[
        { value: '', label: text('teamMeetings.attendance.choose') },
        ...others.map(({ userId, label }) => ({ value: userId, label })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = others.find(({ userId }) => userId === value);
        if (chosen) onAdd(chosen);
      }}
    />
  );
}

export function RemovePerson({ name, onRemove }: { name: string; onRemove: () => void }) {
  const act = text('teamMeetings.attendance.remove');
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={text('teamMeetings.about', { act, name })}
      onClick={onRemove}
    >
      {act}
    </Button>
  );
}
