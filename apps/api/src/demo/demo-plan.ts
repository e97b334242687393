import type { Answers, Day } from '@samenoud/domain';
import type { NewForm, PlannedClient, PlannedPractice } from './demo-acts.ts';
import { answersFor, inclinationOf, totalsFor } from './demo-answers.ts';
import { type MadeUpClient, makeClients } from './demo-client.ts';
import { lastWorkday, roundStarts } from './demo-days.ts';
import { idsOf } from './demo-ids.ts';
import type { DemoPractice } from './demo-people.ts';
import { rightsOf } from './demo-rights.ts';
import { planRounds } from './demo-rounds.ts';
import { makeSharing } from './demo-sharing.ts';
import { staffFor } from './demo-staff.ts';
import { tellStory } from './demo-story.ts';
import { isInvited, makeYears, type MadeUpYear } from './demo-years.ts';
import { Random } from './random.ts';

/** Forms that are being entered on the last working day. */
const IN_PROGRESS = 2;

/** All that happened in one practice: the same for the same day, ids included. */
export function planPractice(demo: DemoPractice, day: Day): PlannedPractice {
  if (demo.clients === 0) return { clients: [], rounds: [] };
  const seed = `${day}|${demo.practice.shortName}|${demo.clients}`;
  const clients = makeClients(demo, day, new Random(`${seed}|clients`));
  const years = makeYears(clients, day, seed);
  const sharing = makeSharing(years, seed);
  const inProgress = formsInProgress(clients, years, day, seed);
  const planned = clients.map((made, index): PlannedClient => {
    const key = `${seed}|${index}`;
    const staff = staffFor(demo.practice, made.client.gpId ?? '', index);
    const acts = tellStory({
      made,
      years: years[index] ?? [],
      sharing: sharing[index],
      inProgress: inProgress.get(index),
      staff,
      day,
      key,
    });
    const asked = rightsOf(index, acts, staff.gp.id);
    return { key, id: idsOf(`${key}|0`, acts[0]?.at ?? '')(), acts: [...acts, ...asked] };
  });
  return { clients: planned, rounds: planRounds(demo.practice, planned, day, seed) };
}

/** Half-typed forms of people who had not answered yet this year. */
function formsInProgress(
  clients: readonly MadeUpClient[],
  years: readonly (readonly MadeUpYear[])[],
  day: Day,
  seed: string,
): ReadonlyMap<number, NewForm> {
  const random = new Random(`${seed}|in progress`);
  const start = roundStarts(day)[2] ?? day;
  const waiting = clients.flatMap((made, index) =>
    isInvited(made, start) && made.later === undefined && !years[index]?.some(({ round }) => round === 2)
      ? [index]
      : [],
  );
  return new Map(
    random
      .shuffled(waiting)
      .slice(0, IN_PROGRESS)
      .map((index, turn) => {
        const answers = answersFor(totalsFor('FRAIL', random), inclinationOf(random), random);
        return [index, formTypedUpTo(answers, turn === 0 ? 9 : 22, day)];
      }),
  );
}

function formTypedUpTo(answers: Answers, count: number, day: Day): NewForm {
  return {
    status: 'IN_PROGRESS',
    channel: 'PAPER',
    completedOn: lastWorkday(day),
    answers: Object.fromEntries(Object.entries(answers).slice(0, count)),
  };
}
