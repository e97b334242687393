import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { MouseEvent } from 'react';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { markWords, nextStepWords } from './invitation-words.ts';
import type { Invitation } from './round-types.ts';
import classes from './screening-rounds.module.css';

function marksCell({ client }: Invitation) {
  const marks = markWords(client);
  return (
    marks.length > 0 && <div className={`${classes['twoLines']} ${classes['marksCell']}`}>{marks.join(' · ')}</div>
  );
}

/** What is next, and below it who does it and from when. */
function stepCell(invitation: Invitation) {
  const { nextStep } = invitation;
  if (nextStep === null) return null;
  const owner = text(`screeningRounds.people.stepOwner.${nextStep.owner}`);
  const from = nextStep.dueOn && { owner, day: formatDutchDay(nextStep.dueOn) };
  return (
    <div className={classes['stepCell']}>
      <span>{nextStepWords(invitation)}</span>
      <small>{from ? text('screeningRounds.people.ownerFrom', from) : owner}</small>
    </div>
  );
}

const COLUMNS: readonly Column<Invitation>[] = [
  { key: 'name', header: text('screeningRounds.people.name'), cell: ({ client }) => client.name },
  {
    key: 'birthDate',
    header: text('screeningRounds.people.birthDate'),
    isNumber: true,
    cell: ({ client }) => formatDutchDay(client.birthDate),
  },
  { key: 'phone', header: text('screeningRounds.people.phone'), isNumber: true, cell: ({ client }) => client.phone },
  { key: 'marks', header: text('screeningRounds.people.marks'), cell: marksCell },
  {
    key: 'state',
    header: text('screeningRounds.people.state'),
    cell: ({ state }) => text(`screeningRounds.state.${state}`),
  },
  { key: 'next', header: text('screeningRounds.people.next'), cell: stepCell },
];

type Props = {
  invitations: readonly Invitation[];
  total: number;
  onPick: (id: string) => void;
  onNearEnd: () => void;
};

/** The list. Going through it by key or mouse picks the person whose acts stand beside it; the name opens the record. */
export function PeopleTable({ invitations, total, onPick, onNearEnd }: Props) {
  function pick(target: EventTarget): void {
    const row = (target as HTMLElement).closest<HTMLElement>('[data-row]');
    const invitation = row === null ? undefined : invitations[Number(row.dataset['row'])];
    if (invitation !== undefined) onPick(invitation.id);
  }
  return (
    <div
      className={classes['table']}
      role="presentation"
      onFocus={({ target }) => pick(target)}
      onClick={({ target }: MouseEvent) => pick(target)}
    >
      <DataTable
        caption={text('screeningRounds.people.caption')}
        columns={COLUMNS}
        rows={invitations}
        total={total}
        rowKey={({ id }) => id}
        rowHref={({ client }) => `/clients/${client.id}`}
        onNearEnd={onNearEnd}
      />
    </div>
  );
}
