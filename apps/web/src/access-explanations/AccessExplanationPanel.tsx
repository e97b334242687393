import { Alert, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useId } from 'react';
import classes from './access-explanations.module.css';
import {
  accessExplanationQuery,
  type ExplainedOrganisation,
  type ExplainedPerson,
} from './access-explanation-queries.ts';
import { emergencyWords, nothingWords, seenWords, unseenWords } from './explanation-words.ts';

function Person({ person }: { person: ExplainedPerson }) {
  const { displayName, role, relation, isCaseManager, emergency, sees } = person;
  const about = [
    text(`common.role.${role}`),
    ...(isCaseManager ? [text('accessExplanations.caseManager')] : []),
    ...(relation === null || emergency !== null ? [] : [text(`accessExplanations.relation.${relation}`)]),
    ...(emergency === null ? [] : [emergencyWords(emergency)]),
  ];
  const seen = seenWords(person);
  const unseen = unseenWords(person);
  return (
    <li className={classes['person']}>
      <p>
        <strong>{displayName}</strong> <span className={classes['quiet']}>{about.join(' · ')}</span>
      </p>
      {!sees && <p>{nothingWords(person)}</p>}
      {sees && (
        <dl className={classes['facts']}>
          <dt>{text('accessExplanations.sees')}</dt>
          {seen.map((words) => (
            <dd key={words}>{words}</dd>
          ))}
          {unseen.length > 0 && <dt>{text('accessExplanations.seesNot')}</dt>}
          {unseen.map((words) => (
            <dd key={words} className={classes['quiet']}>
              {words}
            </dd>
          ))}
        </dl>
      )}
    </li>
  );
}

function Organisation({ organisation: { name, people } }: { organisation: ExplainedOrganisation }) {
  const titleId = useId();
  const sorted = people.toSorted((a, b) => Number(b.sees) - Number(a.sees));
  return (
    <section aria-labelledby={titleId} className={classes['organisation']}>
      <h3 id={titleId}>{name}</h3>
      {people.length === 0 && <p className={classes['quiet']}>{text('accessExplanations.nobody')}</p>}
      <ul className={classes['people']}>
        {sorted.map((person) => (
          <Person key={person.userId} person={person} />
        ))}
      </ul>
    </section>
  );
}

/** Everybody of the network with what each sees of this client now, and why; who sees nothing stands below. */
export function AccessExplanationPanel({ clientId }: { clientId: string }) {
  const { data } = useSuspenseQuery(accessExplanationQuery(clientId));
  return (
    <>
      <h2>{text('accessExplanations.title')}</h2>
      <Text mb="md">{text('accessExplanations.intro')}</Text>
      {data.restricted && (
        <Alert mb="md" color="gray">
          {text('accessExplanations.restricted')}
        </Alert>
      )}
      {data.organisations.map((organisation) => (
        <Organisation key={organisation.id} organisation={organisation} />
      ))}
    </>
  );
}
