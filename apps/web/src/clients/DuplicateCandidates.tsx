import { Button, Group } from '@mantine/core';
import { formatDutchDay, listName, type NameUse } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useLayoutEffect, useRef } from 'react';
import type { ClientValues } from './client-form.ts';
import type { DuplicateCandidate } from './client-types.ts';
import classes from './ClientForm.module.css';
import { isProblem } from '../platform/problem.ts';

/** Those who may be the same person, from the refusal to register; undefined for any other refusal. */
export function duplicateCandidates(error: unknown): readonly DuplicateCandidate[] | undefined {
  const body = isProblem(error, 'POSSIBLE_DUPLICATE') ? error.body : undefined;
  if (typeof body !== 'object' || body === null || !('candidates' in body)) return undefined;
  return Array.isArray(body.candidates) ? (body.candidates as DuplicateCandidate[]) : [];
}

type Shown = Partial<DuplicateCandidate> & Pick<DuplicateCandidate, 'name'>;

/** What is typed, in the shape of a candidate. */
function typedPerson(values: ClientValues): Shown {
  return {
    name: {
      initials: values['name.initials'],
      given: values['name.given'],
      prefix: values['name.prefix'],
      family: values['name.family'],
      partnerPrefix: values['name.partnerPrefix'],
      partnerFamily: values['name.partnerFamily'],
      use: values['name.use'] as NameUse,
    },
    birthDate: values.birthDate,
    hisNumber: values.hisNumber || null,
    city: values['address.city'] || null,
  };
}

type Props = {
  values: ClientValues;
  candidates: readonly DuplicateCandidate[];
  isBusy: boolean;
  onOther: () => void;
  onBack: () => void;
};

/** Side by side: what was typed, and who is there already. Somebody looks; the program does not decide. */
export function DuplicateCandidates({ values, candidates, isBusy, onOther, onBack }: Props) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.focus(), []);
  const people: readonly Shown[] = [typedPerson(values), ...candidates];
  const none = text('common.noValue');
  const rows: [string, (person: Shown) => string][] = [
    [text('clients.column.name'), ({ name }) => listName(name)],
    [text('clients.form.field.name.given'), ({ name }) => name.given || none],
    [text('clients.column.birthDate'), ({ birthDate }) => (birthDate ? formatDutchDay(birthDate) : none)],
    [text('clients.column.hisNumber'), ({ hisNumber }) => hisNumber ?? none],
    [text('clients.column.city'), ({ city }) => city ?? none],
    [text('clients.column.status'), ({ status }) => (status ? text(`clients.status.${status}`) : '')],
  ];
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby="duplicate-title" className={classes['panel']}>
      <h2 id="duplicate-title">{text('clients.duplicate.title')}</h2>
      <p>{text('clients.duplicate.hint')}</p>
      <div className={classes['scroll']}>
        <table className={classes['compare']}>
          <caption className="visually-hidden">{text('clients.duplicate.compare')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('clients.stale.field')}</th>
              <th scope="col">{text('clients.duplicate.mine')}</th>
              {candidates.map(({ id }, index) => (
                <th key={id} scope="col">
                  {candidates.length === 1
                    ? text('clients.duplicate.known.one')
                    : text('clients.duplicate.known.other', { n: index + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, cell]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {people.map((person) => (
                  <td key={person.id ?? ''} className="numbers">
                    {cell(person)}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{text('clients.duplicate.record')}</th>
              <td>{text('clients.duplicate.new')}</td>
              {candidates.map(({ id }) => (
                <td key={id}>
                  <a href={`/clients/${id}`} target="_blank" rel="noreferrer">
                    {text('clients.duplicate.open')}
                  </a>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <Group>
        <Button onClick={onOther} loading={isBusy}>
          {text('clients.duplicate.other')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text('clients.duplicate.back')}
        </Button>
      </Group>
    </section>
  );
}
