import { Button, Text, Title } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { PeopleTable } from './PeopleTable.tsx';
import type { Organisation, User } from './user-queries.ts';
import { isPast } from './user-words.ts';
import classes from './users.module.css';

type Props = {
  organisation: Organisation;
  users: readonly User[];
  /** Left out for who only reads. */
  onManage?: (user: User) => void;
  onChange?: () => void;
};

/** One organisation of the network with its people; who is gone stands apart. */
export function OrganisationPeople({ organisation, users, onManage, onChange }: Props) {
  const { id, name, kind, phone } = organisation;
  const here = users.filter((user) => !isPast(user));
  const past = users.filter(isPast);
  return (
    <section className={classes['organisation']} aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} id={id}>
          {name}
        </Title>
        {onChange !== undefined && (
          <Button
            size="xs"
            variant="default"
            aria-label={text('users.changeOrganisationOf', { name })}
            onClick={onChange}
          >
            {text('users.changeOrganisation')}
          </Button>
        )}
      </div>
      <p className={classes['quiet']}>{[text(`users.kind.${kind}`), phone].filter(Boolean).join(' · ')}</p>
      {here.length === 0 ? (
        <Text>{text(onManage === undefined ? 'users.nobodyToRead' : 'users.nobody')}</Text>
      ) : (
        <PeopleTable caption={text('users.caption', { organisation: name })} users={here} onManage={onManage} />
      )}
      {past.length > 0 && (
        <details>
          <summary>{plural('users.past', past.length)}</summary>
          <PeopleTable caption={text('users.captionPast', { organisation: name })} users={past} onManage={undefined} />
        </details>
      )}
    </section>
  );
}
