/**
 * `trust:agenda`: the agenda of a team meeting for random practices, leap days and the days on which the clock changes included,
 * line by line, reason by reason and in its order, against an oracle written from the table of the paper. Source: domain paper 10.
 */
import { addDays, type AgendaLine, agendaLines } from '@samenoud/domain';
import { expectedText, foundText } from './agenda/agenda-text.ts';
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
    const wanted = expectedText(expected);
    const found = foundText(agendaOf(practice, planted));
    if (wanted.join('\n') !== found.join('\n'))
      faults.push(`${JSON.stringify(practice)}:\n${found.join('\n')}\ninstead of\n${wanted.join('\n')}`);
  }
  return Promise.resolve({ faults, figures: { practices: runs, lines, ...Object.fromEntries(seen) } });
}

function agendaOf(practice: OraclePractice, planted: boolean): readonly AgendaLine[] {
  const moment = momentOf(practice);
  const facts = practice.people.filter(({ merged }) => !merged).map((person) => factsOf(practice, person));
  return agendaLines(facts, { ...moment, horizonOn: addDays(moment.horizonOn, planted ? -1 : 0) });
}
