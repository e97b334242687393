import type { INestApplicationContext } from '@nestjs/common';
import type { Day } from '@samenoud/domain';
import { Clients } from '../clients/clients.service.ts';
import { PracticeSetup } from '../organisations/practice-setup.service.ts';
import { DomainError } from '../platform/http/problem.ts';
import { withIds } from '../platform/http/uuid.ts';
import { type Act, Transactions } from '../platform/request/transaction.ts';
import type { PlannedClient } from './demo-acts.ts';
import { carePlanActs } from './demo-care-plans.ts';
import { contactActs } from './demo-contact-moments.ts';
import { meetingActs } from './demo-meetings.ts';
import { referralActs } from './demo-referrals.ts';
import { careActs } from './demo-care.ts';
import { handoverActs } from './demo-handovers.ts';
import { oversightActs } from './demo-oversight.ts';
import { idsOf } from './demo-ids.ts';
import { confirmPeople } from './demo-confirmations.ts';
import { type DemoPractice, demoPractices, type DemoSize } from './demo-people.ts';
import { planPractice } from './demo-plan.ts';
import { DemoRoundWriter } from './demo-round-writer.ts';
import { signedIn } from './demo-staff.ts';
import { DemoWriter } from './demo-writer.ts';

/** Practices at a time: one process and its database have about two cores to give. */
const SIDE_BY_SIDE = 2;

export interface DemoWish {
  /** The day the network is laid relative to. */
  readonly day: Day;
  /** null: the usual network. */
  readonly size: DemoSize | null;
  readonly onPractice?: (name: string, clients: number) => void;
}

/**
 * Fills a marked database with the made-up network, through the services of the product. What an earlier, broken off run
 * made is kept: practices that are there are left as they are.
 */
export async function seedDemo(app: INestApplicationContext, { day, size, onPractice }: DemoWish): Promise<void> {
  const left = demoPractices(day, size);
  const work = async (): Promise<void> => {
    for (let demo = left.shift(); demo; demo = left.shift()) {
      await new PracticeSeeder(app, demo, day).seed();
      onPractice?.(demo.practice.name, demo.clients);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}

class PracticeSeeder {
  private readonly setup: PracticeSetup;
  private readonly clients: Clients;
  private readonly transactions: Transactions;
  private readonly writer: DemoWriter;
  private readonly rounds: DemoRoundWriter;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly demo: DemoPractice,
    private readonly day: Day,
  ) {
    this.setup = app.get(PracticeSetup, { strict: false });
    this.clients = app.get(Clients, { strict: false });
    this.transactions = app.get(Transactions, { strict: false });
    this.writer = new DemoWriter(app);
    this.rounds = new DemoRoundWriter(app);
  }

  /** Staff first; then everything that happened, in the order of time and in one transaction: whole, or not at all. */
  async seed(): Promise<void> {
    const { practice, startedAt } = this.demo;
    const ids = idsOf(`${this.day}|${practice.shortName}|setup`, startedAt);
    if (!(await this.setup.exists(practice))) {
      await withIds(ids, () => this.setup.create(practice, startedAt));
      await withIds(ids, () => confirmPeople(this.app, this.demo, this.day));
    }
    const { clients, rounds } = planPractice(this.demo, this.day);
    if (await this.isThere(clients)) return;
    const acts = [
      ...rounds.flatMap((round) => this.rounds.actsOf(practice, round)),
      ...clients.flatMap((client) => this.writer.actsOf(practice, client)),
      ...carePlanActs(this.app, this.demo, this.day),
      ...handoverActs(this.app, this.demo, this.day),
      ...oversightActs(this.app, this.demo, this.day),
      ...contactActs(this.app, this.demo, this.day),
      ...careActs(this.app, this.demo, this.day),
      ...referralActs(this.app, this.demo, this.day),
      ...meetingActs(this.app, this.demo, this.day),
    ];
    await this.transactions.runAll(acts.toSorted((one, other) => timeOf(one) - timeOf(other)));
  }

  /** Whether the clients were written before: the first stands for all. */
  private async isThere([first]: readonly PlannedClient[]): Promise<boolean> {
    const by = first?.acts[0]?.by;
    if (!first || !by) return true;
    const origin = { requestId: `demo-${first.id}`, address: 'console' };
    try {
      await this.transactions.run(signedIn(this.demo.practice, by), origin, () => this.clients.get(first.id));
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return false;
      throw error;
    }
  }
}

const timeOf = ({ origin }: Act): number => Date.parse(origin.now ?? '');
