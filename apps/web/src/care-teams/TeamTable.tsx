import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import { Rows } from '../ui/Rows.tsx';
import type { TeamPerson } from './care-team-queries.ts';
import classes from './care-teams.module.css';
import { periodWords, reasonWords } from './team-words.ts';

type Props = {
  people: readonly TeamPerson[];
  renderPhone: (person: TeamPerson) => ReactNode;
  /** Absent: nobody can be taken out here. */
  onRemove?: (person: TeamPerson) => void;
};

/** Who, as what, of where, how to reach, since when and why: one card per person, so that it reads on a telephone too. */
export function TeamTable({ people, renderPhone, onRemove }: Props) {
  return (
    <Rows className={classes['people']}>
      {people.map((person) => (
        <li key={person.userId} className={classes['person']}>
          <div>
            <strong>{person.displayName}</strong> <span className={classes['why']}>{reasonWords(person)}</span>
            <div className={classes['quiet']}>
              {text(`common.role.${person.role}`)} · {person.organisation.name}
            </div>
          </div>
          <div>{person.phone !== null && renderPhone(person)}</div>
          <div className={classes['quiet']}>{periodWords(person)}</div>
          <div>
            {onRemove !== undefined && person.reasons.includes('TEAM') && (
              <Button
                variant="default"
                size="xs"
                aria-label={text('careTeams.removeOf', { name: person.displayName })}
                onClick={() => onRemove(person)}
              >
                {text('careTeams.remove')}
              </Button>
            )}
          </div>
        </li>
      ))}
    </Rows>
  );
}
