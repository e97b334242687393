/**
 * `trust:due-lists`: what is due and what is out of sight, for random histories on random days, leap days and the days on which
 * the clock changes included, against an oracle written from the tables of the paper. Source: domain paper 9.
 */
import { DEFAULT_CARE_INTERVALS, dueReasons, type GapFacts, gapsOf } from '@samenoud/domain';
import { anyToday, historyOn } from './due-lists/histories.ts';
import { oracleDue, oracleGaps, type OracleHistory } from './oracles/due-lists-oracle.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';

defineHarness({
  name: 'due-lists',
  claim: 'the same reasons and gaps since the same days as the tables give',
  control: 'a plan is expected a day too late',
  runs: { quick: 1000, command: 5000, full: 50_000 },
  measure,
});

function measure({ runs, random, planted }: Trial): Promise<Outcome> {
  const faults: string[] = [];
  let [reasons, gaps] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const history = historyOn(anyToday(random), random);
    const expected = [...expectedDue(history), ...oracleGaps(history).map(({ code, since }) => `${code} ${since}`)];
    const found = foundIn(history, planted);
    reasons += expectedDue(history).length;
    gaps += expected.length - expectedDue(history).length;
    if (expected.toSorted().join() !== found.toSorted().join())
      faults.push(
        `${JSON.stringify(history)}: ${found.toSorted().join(', ')} instead of ${expected.toSorted().join(', ')}`,
      );
  }
  return Promise.resolve({ faults, figures: { histories: runs, reasons, gaps } });
}

const expectedDue = (history: OracleHistory): string[] =>
  oracleDue(history).map(({ code, since, daysOverdue }) => `${code} ${since} ${daysOverdue}`);

function foundIn(history: OracleHistory, planted: boolean): string[] {
  const { contactIntervalDays, planWithinDays, rescreenIntervalMonths, today } = history;
  const intervals = {
    ...DEFAULT_CARE_INTERVALS,
    contactIntervalDays,
    planWithinDays: planWithinDays + (planted ? 1 : 0),
    rescreenIntervalMonths,
  };
  const facts = factsOf(history);
  return [
    ...dueReasons(facts, intervals, today).map(
      ({ code, since, daysOverdue }) => `${code} ${since} ${Math.max(0, daysOverdue)}`,
    ),
    ...gapsOf(facts, intervals, today).map(({ code, since }) => `${code} ${since}`),
  ];
}

/** The history in the words of the product. */
function factsOf(history: OracleHistory): GapFacts {
  const { today, managers } = history;
  const leftOn = managers.at(-1)?.until ?? null;
  const gone = leftOn !== null && leftOn < today;
  const actionOf = ({ state, dueOn, ownerUntil }: OracleHistory['tasks'][number]) => ({
    state,
    dueOn,
    ownerLeftOn: ownerUntil !== null && ownerUntil < today ? ownerUntil : null,
  });
  return {
    status: history.status,
    assignments: history.assignments.map(({ profile, on }) => ({ profile, assignedOn: on })),
    contacts: history.contacts.map(({ on, number, reached, nextOn }) => ({
      on,
      recordedAt: new Date(number * 1000).toISOString(),
      reached,
      nextOn,
    })),
    plans: history.plans,
    actions: [...history.plans.flatMap(({ goals }) => goals.flatMap(({ actions }) => actions)), ...history.tasks].map(
      actionOf,
    ),
    signals: history.signals.map(({ closed, verdict, recordedOn, urgent }) => ({
      isClosed: closed,
      hasVerdict: verdict,
      recordedOn,
      urgent,
    })),
    referrals: history.referrals,
    handoversProposedOn: [],
    seesCare: true,
    birthDate: history.birthDate,
    livesAtHome: history.livesAtHome,
    doNotInvite: history.doNotInvite,
    registeredOn: history.registeredOn,
    answeredOn:
      history.responses
        .map(({ completedOn }) => completedOn)
        .toSorted()
        .at(-1) ?? null,
    hasLiveInvitation: history.liveInvitation,
    hasCaseManager: managers.length > 0 && !gone,
    caseManagerLeftOn: gone ? leftOn : null,
    seesProfile: true,
  };
}
