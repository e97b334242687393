import { Injectable } from '@nestjs/common';
import {
  type CareFacts,
  type CareIntervals,
  contactDueOn,
  type DueReason,
  dueReasons,
  type FoundGap,
  type GapFacts,
  gapsOf,
} from '@samenoud/domain';
import { queryOne, requestContext } from '../platform/request/request-context.ts';
import {
  actionsOf,
  assignmentsOf,
  type ByClient,
  byClient,
  contactsOf,
  handoversOf,
  plansOf,
  referralsOf,
  signalsOf,
} from './fact-sources.ts';
import { caseManagersOf, liveInvitations, peopleOf, type PersonRow } from './gap-sources.ts';

/** What is due for one client, and the day of her next contact. */
export interface Due {
  readonly reasons: readonly DueReason[];
  readonly nextContactOn: string | null;
  /** False where contacts and plans are not shared with who asks: what is missing cannot be said. */
  readonly seesCare: boolean;
}

type Intervals = CareIntervals & { readonly rescreenIntervalMonths: number };
type Sources = Awaited<ReturnType<typeof sourcesOf>>;

/**
 * Judges clients by the tables of `domain.md` 9: a few statements gather the plain facts of all of them, within the rights of
 * the person at hand, and the functions of the domain decide. Whose clients these are is the caller's question.
 */
@Injectable()
export class CareJudgement {
  async due(ids: readonly string[]): Promise<ReadonlyMap<string, Due>> {
    const { today } = requestContext();
    const intervals = await intervalsOfPractice();
    const people = await peopleOf(ids);
    const sources = await sourcesOf(people);
    return new Map(
      people.map((person) => {
        const facts = careFacts(person, sources);
        const { seesCare } = facts;
        const nextContactOn = seesCare ? (contactDueOn(facts, intervals) ?? null) : null;
        return [person.id, { reasons: dueReasons(facts, intervals, today), nextContactOn, seesCare }];
      }),
    );
  }

  async gaps(ids: readonly string[]): Promise<ReadonlyMap<string, readonly FoundGap[]>> {
    const { today } = requestContext();
    const intervals = await intervalsOfPractice();
    const people = await peopleOf(ids);
    const sources = await sourcesOf(people);
    const invited = new Set((await liveInvitations(today)).map(({ clientId }) => clientId));
    const managers = new Map((await caseManagersOf(inCare(people))).map((row) => [row.clientId, row]));
    return new Map(
      people.map((person) => {
        const manager = managers.get(person.id);
        // assigned, not spread: two spreads in one literal take 20 µs each, for thousands of clients
        const facts: GapFacts = Object.assign(careFacts(person, sources), person, {
          hasLiveInvitation: invited.has(person.id),
          hasCaseManager: manager?.hasCaseManager ?? false,
          caseManagerLeftOn: manager?.leftOn ?? null,
        });
        return [person.id, gapsOf(facts, intervals, today)];
      }),
    );
  }
}

async function intervalsOfPractice(): Promise<Intervals> {
  const { intervals, months } = await queryOne<{ intervals: CareIntervals; months: number }>(
    `SELECT care_intervals AS intervals, rescreen_interval_months AS months FROM care.practice WHERE id = ctx.practice_id()`,
  );
  return { ...intervals, rescreenIntervalMonths: months };
}

const inCare = (people: readonly PersonRow[]): string[] =>
  people.filter(({ isInCare }) => isInCare).map(({ id }) => id);

/** One statement per kind of row; profiles and contacts of who is in care only, as nothing is asked of others. */
async function sourcesOf(people: readonly PersonRow[]) {
  const ids = people.map(({ id }) => id);
  const cared = inCare(people);
  const assigned = people.filter(({ hasProfile }) => hasProfile).map(({ id }) => id);
  return {
    assignments: byClient(await assignmentsOf(assigned)),
    contacts: byClient(await contactsOf(cared)),
    plans: byClient(await plansOf(ids)),
    actions: byClient(await actionsOf(ids)),
    signals: byClient(await signalsOf(ids)),
    referrals: byClient(await referralsOf(ids)),
    handovers: byClient(await handoversOf(ids)),
  };
}

const of = <Fact>(facts: ByClient<Fact>, id: string): readonly Fact[] => facts.get(id) ?? [];

function careFacts({ id, status, seesCare }: PersonRow, sources: Sources): CareFacts {
  return {
    status,
    seesCare,
    assignments: of(sources.assignments, id),
    contacts: of(sources.contacts, id),
    plans: of(sources.plans, id),
    actions: of(sources.actions, id),
    signals: of(sources.signals, id),
    referrals: of(sources.referrals, id),
    handoversProposedOn: of(sources.handovers, id).map(({ proposedOn }) => proposedOn),
  };
}
