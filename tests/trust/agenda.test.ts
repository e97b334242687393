/**
 * `trust:agenda`: the agenda of a team meeting for random practices, leap days and the days on which the clock changes included,
 * line by line, reason by reason and in its order, against an oracle written from the table of the paper. Source: domain paper 10.
 */
import { addDays, type AgendaLine, agendaLines, type AgendaReason } from '@samenoud/domain';
import { factsOf, momentOf } from './agenda/facts-of-practice.ts';
import { practiceFrom } from './agenda/practices.ts';
import type { OraclePractice } from './oracles/agenda-history.ts';
import { oracleAgenda } from './oracles/agenda-oracle.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';

const MOST_PEOPLE = 12;

defineHarness({
  name: 'agenda',
  claim: 'the same lines for the same reasons since the same days, in the same order, as the table gives',
  control: 'an agenda looks a day less far ahead',
  runs: { quick: 60, command: 2000, full: 20_000 },
  measure,
});

function measure({ runs, random, planted }: Trial): Promise<Outcome> {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  let lines = 0;
  for (let run = 0; run < runs; run++) {
    const practice = practiceFrom(random, MOST_PEOPLE);
    const expected = oracleAgenda(practice);
    lines += expected.length;
    for (const { reasons } of expected) for (const { code } of reasons) seen.set(code, (seen.get(code) ?? 0) + 1);
    const wanted = expected.map(({ person, rank, onTop, reasons }) =>
      lineText(person, rank, onTop, reasons.map(({ code, row, since, tells }) => [code, row, since, tells].join(' '))),
    ); // prettier-ignore
    const found = agendaOf(practice, planted);
    if (wanted.join('\n') !== found.join('\n'))
      faults.push(`${JSON.stringify(practice)}:\n${found.join('\n')}\ninstead of\n${wanted.join('\n')}`);
  }
  return Promise.resolve({ faults, figures: { practices: runs, lines, ...Object.fromEntries(seen) } });
}

const lineText = (person: string, rank: number, onTop: boolean, reasons: readonly string[]): string =>
  `${rank} ${person}${onTop ? ' on top' : ''}: ${reasons.toSorted().join(', ')}`;

function agendaOf(practice: OraclePractice, planted: boolean): string[] {
  const moment = momentOf(practice);
  const facts = practice.people.map((person) => factsOf(practice, person));
  return agendaLines(facts, { ...moment, horizonOn: addDays(moment.horizonOn, planted ? -1 : 0) }).map(
    ({ clientId, rank, onTop, reasons }: AgendaLine) => lineText(clientId, rank, onTop, reasons.map(reasonText)),
  );
}

function reasonText({ code, row, since, detail }: AgendaReason): string {
  const { times, proposed, assigned, urgent, invitationState } = detail;
  const profiles = proposed === undefined ? '' : `${assigned ?? 'none'} > ${proposed}`;
  return [code, row.id, since, times ?? `${profiles}${urgent ? 'URGENT' : ''}${invitationState ?? ''}`].join(' ');
}
