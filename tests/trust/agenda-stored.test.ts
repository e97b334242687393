/**
 * `trust:agenda-stored`: the same as `trust:agenda` from rows of a database, as the app finds them for somebody who may see next to
 * nothing of these clients: an agenda is the same whoever has it built. Source: domain paper 10.
 */
import { AgendaBuilder } from '../../apps/api/src/meetings/agenda/agenda-builder.service.ts';
import { actAs } from '../../apps/api/src/testing/acting.ts';
import { startTestApp, type TestApp, testMember } from '../support/test-app.ts';
import { expectedText, foundText } from './agenda/agenda-text.ts';
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
  try {
    for (let run = 0; run < runs; run++) {
      const practice = practiceFrom(random, MOST_PEOPLE);
      await storePractice(stack.owner, practice, WRITER);
      if (planted) await stack.owner.query(`UPDATE care.signal SET recorded_at = recorded_at + interval '1 day'`);
      const wanted = expectedText(
        oracleAgenda(practice),
        (reason) => `${oracleCategory(practice, reason)} ${ownerOf(WRITER, reason.row)}`,
      );
      const found = await storedAgenda(stack, practice);
      lines += wanted.length;
      if (wanted.join('\n') !== found.join('\n'))
        faults.push(`${JSON.stringify(practice)}:\n${found.join('\n')}\ninstead of\n${wanted.join('\n')}`);
    }
  } finally {
    await stack.close();
  }
  return { faults, figures: { practices: runs, lines } };
}

async function storedAgenda(stack: TestApp, { meeting, today }: OraclePractice): Promise<string[]> {
  const builder = stack.app.get(AgendaBuilder, { strict: false });
  const build = () => builder.linesOf(meeting);
  const lines = await actAs(stack, 'ELDERLY_ADVISER', build, 'noord', `${today}T11:00:00Z`);
  return foundText(lines, ({ row }) => `${row.category} ${row.ownerOrgId}`);
}
