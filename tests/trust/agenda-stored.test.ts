/**
 * `trust:agenda-stored`: the same as `trust:agenda` from rows of a database; in turn as the app builds an agenda for somebody who may
 * see next to nothing of these clients, as it is the same for all, and as the routes give it to the GP. Source: domain paper 10.
 */
import { AgendaBuilder } from '../../apps/api/src/meetings/agenda/agenda-builder.service.ts';
import { actAs } from '../../apps/api/src/testing/acting.ts';
import { startTestApp, type TestApp, testMember } from '../support/test-app.ts';
import { expectedText, foundText } from './agenda/agenda-text.ts';
import { postedAgendas } from './agenda/posted-agenda.ts';
import { practiceFrom } from './agenda/practices.ts';
import { ownerOf, storePractice, type Writer } from './agenda/store-practice.ts';
import type { OraclePractice } from './oracles/agenda-history.ts';
import { oracleAgenda, oracleCategory } from './oracles/agenda-oracle.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';

const MOST_PEOPLE = 20;
const ROLES = ['GP', 'DISTRICT_NURSE', 'ELDERLY_CARE_PHYSICIAN', 'ELDERLY_ADVISER'] as const;
const WRITER: Writer = {
  ...testMember('noord', 'GP'),
  organisationIds: ROLES.map((role) => testMember('noord', role).organisationId),
};
/** Rows that the GP sees all of. */
const OF_PRACTICE: Writer = { ...WRITER, organisationIds: [testMember('noord', 'GP').organisationId] };

defineHarness({
  name: 'agenda-stored',
  claim: 'the same lines for the same reasons in the same order from what is stored, each under the consent of its row',
  control: 'signals are kept under the day after',
  runs: { quick: 12, command: 200, full: 2000 },
  measure,
});

async function measure({ runs, random, planted }: Trial): Promise<Outcome> {
  const faults: string[] = [];
  let lines = 0;
  const stack = await startTestApp();
  const gp = await stack.as('GP');
  try {
    for (let run = 0; run < runs; run++) {
      const practice = practiceFrom(random, MOST_PEOPLE);
      const [wanted, found] =
        run % 2 === 0
          ? await builtAgenda(stack, practice, planted)
          : await postedAgendas(gp, random, practice, (left) => store(stack, left, OF_PRACTICE, planted));
      lines += wanted.length;
      if (wanted.join('\n') !== found.join('\n'))
        faults.push(`${JSON.stringify(practice)}:\n${found.join('\n')}\ninstead of\n${wanted.join('\n')}`);
    }
  } finally {
    await stack.close();
  }
  return { faults, figures: { practices: runs, lines } };
}

/** As the app builds it for somebody who may see next to nothing of these clients. */
async function builtAgenda(stack: TestApp, practice: OraclePractice, planted: boolean): Promise<[string[], string[]]> {
  await store(stack, practice, WRITER, planted);
  const build = () => stack.app.get(AgendaBuilder, { strict: false }).linesOf(practice.meeting);
  const lines = await actAs(stack, 'ELDERLY_ADVISER', build, 'noord', `${practice.today}T11:00:00Z`);
  return [
    expectedText(
      oracleAgenda(practice),
      (reason) => `${oracleCategory(practice, reason)} ${ownerOf(WRITER, reason.row)}`,
    ),
    foundText(lines, ({ row }) => `${row.category} ${row.ownerOrgId}`),
  ];
}

async function store({ owner }: TestApp, practice: OraclePractice, by: Writer, planted: boolean): Promise<void> {
  await storePractice(owner, practice, by);
  if (planted) await owner.query(`UPDATE care.signal SET recorded_at = recorded_at + interval '1 day'`);
}
