import type { INestApplicationContext } from '@nestjs/common';
import { addDays, addMonths, type Day } from '@samenoud/domain';
import { CarePlans } from '../care-plans/care-plans.service.ts';
import { GoalScores } from '../care-plans/goal-scores.service.ts';
import { PlanActions } from '../care-plans/plan-actions.service.ts';
import { PlanGoals } from '../care-plans/plan-goals.service.ts';
import { PlanProblems } from '../care-plans/plan-problems.service.ts';
import { PlanSteps } from '../care-plans/plan-steps.service.ts';
import { withIds } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { Act } from '../platform/request/transaction.ts';
import { idsOf } from './demo-ids.ts';
import type { DemoPractice } from './demo-people.ts';
import { signedIn } from './demo-staff.ts';

interface DemoGoal {
  readonly area: string;
  readonly words: string;
  readonly goal: string;
  readonly scores: readonly [start: number, wish: number, now: number | null];
  readonly action: string;
}
interface DemoCarePlan {
  /** Days before the day of seeding on which it was made. */
  readonly ago: number;
  readonly matters: string;
  readonly strengths: string;
  readonly goals: readonly DemoGoal[];
  /** Whether the client agreed that day; a plan without agreement is still a draft. */
  readonly isAdopted: boolean;
}

/** One plan each for the first clients of a wijkverpleegkundige: one whose evaluation is late, one that runs, one draft. */
const PLANS: readonly DemoCarePlan[] = [
  {
    ago: 190,
    matters: 'De tuin, en zelf naar de markt.',
    strengths: 'Maakt graag een praatje. Kookt nog elke dag.',
    isAdopted: true,
    goals: [
      { area: 'd460', words: 'Ik durf de straat niet meer op.', goal: 'Weer zelf naar de markt', scores: [8, 4, 5], action: 'Elke dag een rondje met de rollator' },
      { area: 'l-loneliness', words: 'Het is stil in huis.', goal: 'Elke week bezoek', scores: [7, 4, null], action: 'De welzijnscoach bellen' },
    ],
  },
  {
    ago: 60,
    matters: 'Dat mijn dochter zich geen zorgen maakt.',
    strengths: 'Leest veel en is handig met de computer.',
    isAdopted: true,
    goals: [
      { area: 'b134', words: 'Ik lig uren wakker.', goal: 'Weer een nacht doorslapen', scores: [8, 5, 6], action: 'Na het eten geen koffie meer' },
      { area: 'd640', words: 'Het lukt nog net.', goal: 'Zelf de was blijven doen', scores: [4, 4, null], action: 'De wasmachine hoger zetten' },
    ],
  },
  {
    ago: 4,
    matters: 'Thuis blijven wonen, bij de kat.',
    strengths: 'Heeft goede buren.',
    isAdopted: false,
    goals: [
      { area: 'l-falls', words: 'Ik ben twee keer gevallen.', goal: 'Zonder angst door het huis lopen', scores: [7, 3, null], action: 'De losse kleden weghalen' },
    ],
  },
]; // prettier-ignore

/** The nth client she is case manager of at that moment, and who has no plan. */
const OWN_CLIENT = `SELECT c.id FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.case_manager_id = ctx.user_id()
  AND c.status = 'ACTIVE' AND care.open_plan_of(c.id) IS NULL ORDER BY c.sort_name, c.id OFFSET 1 LIMIT 1`;

/** Zorgleefplannen of a wijkverpleegkundige, made through the services on the days they tell of. */
export function carePlanActs(app: INestApplicationContext, { practice }: DemoPractice, day: Day): Act[] {
  const members = practice.organisations.flatMap((organisation) => organisation.members);
  const nurse = members.find((member) => member.role === 'DISTRICT_NURSE')?.id;
  if (nurse === undefined) return [];
  const maker = new PlanMaker(app);
  return PLANS.map((plan, turn) => {
    const on = addDays(day, -plan.ago);
    const at = `${on}T15:00:00Z`;
    const origin = { requestId: `demo-${practice.shortName}-plan-${turn}`, address: 'console', now: at };
    const ids = idsOf(`${day}|${practice.shortName}|plan|${turn}`, at);
    return { user: signedIn(practice, nurse), origin, work: () => withIds(ids, () => maker.make(plan, on)) };
  });
}

class PlanMaker {
  private readonly plans: CarePlans;
  private readonly steps: PlanSteps;
  private readonly problems: PlanProblems;
  private readonly goals: PlanGoals;
  private readonly actions: PlanActions;
  private readonly scores: GoalScores;

  constructor(app: INestApplicationContext) {
    const anywhere = { strict: false } as const;
    this.plans = app.get(CarePlans, anywhere);
    this.steps = app.get(PlanSteps, anywhere);
    this.problems = app.get(PlanProblems, anywhere);
    this.goals = app.get(PlanGoals, anywhere);
    this.actions = app.get(PlanActions, anywhere);
    this.scores = app.get(GoalScores, anywhere);
  }

  async make({ matters, strengths, goals, isAdopted }: DemoCarePlan, on: Day): Promise<void> {
    const [client] = await query<{ id: string }>(OWN_CLIENT);
    if (!client) return;
    const plan = await this.plans.begin(client.id, { whatMatters: matters, strengths });
    const made = [];
    for (const one of goals) made.push({ id: await this.addGoal(plan.id, one, on), now: one.scores[2] });
    if (!isAdopted) return;
    await this.steps.adopt(plan.id, { agreement: { by: 'Cliënt', on, how: 'ORAL' } });
    for (const { id, now } of made) if (now !== null) await this.scores.add(id, { on, score: now, kind: 'INTERIM' });
  }

  private async addGoal(planId: string, { area, words, goal, scores, action }: DemoGoal, on: Day): Promise<string> {
    const [start, wish] = scores;
    const problem = await this.problems.add(planId, { area, description: words, severity: start, wantsToWorkOnIt: 'YES' }); // prettier-ignore
    const made = await this.goals.add(planId, { problemId: problem.id, text: goal, baselineScore: start, targetScore: wish, targetDate: addMonths(on, 9) }); // prettier-ignore
    await this.actions.add(made.id, { text: action, owner: { kind: 'CLIENT' }, dueOn: addMonths(on, 7) });
    return made.id;
  }
}
