import {
  byLifeArea,
  type Day,
  formatPhone,
  fullName,
  type LaidOut,
  type LifeArea,
  type PersonName,
  PLAN_TEXTS,
  type PlanText,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ClientPaper, type PaperSender } from '../platform/documents/paper/client-paper.ts';
import type { TypeSize } from '../platform/documents/paper/measure.ts';
import { longDay, unbroken } from '../platform/documents/paper/unbroken.ts';
import type { PlanContentView } from './care-plan.dto.ts';
import type { GoalActionView, GoalView, ProblemView } from './plan-part.dto.ts';

export interface PlanPaperFacts {
  readonly client: PersonName & { readonly birthDate: Day };
  readonly sender: PaperSender;
  readonly caseManager: { readonly name: string; readonly phone: string | null } | null;
  readonly names: ReadonlyMap<string, string>;
  readonly plan: PlanContentView;
  readonly hasChanged: boolean;
  readonly size: TypeSize;
  readonly madeOn: Day;
}

const HEADINGS = {
  strengths: 'carePlanPapers.strengths', whatMatters: 'carePlanPapers.matters', wishes: 'carePlanPapers.wishes',
  informalCarers: 'carePlanPapers.informalCarers', household: 'carePlanPapers.household', dailyLife: 'carePlanPapers.dailyLife',
} as const satisfies Record<PlanText, string>; // prettier-ignore

/** The whole plan for the client: her own words, her numbers, and who does what. */
export function renderWholePlan(facts: PlanPaperFacts, lifeAreas?: readonly LifeArea[]): Promise<Buffer> {
  const out = begun(facts, text('carePlanPapers.wholeTitle'));
  for (const field of PLAN_TEXTS) {
    const words = facts.plan[field];
    if (words) said(out, text(HEADINGS[field]), words);
  }
  const problems = (facts.plan.problems ?? []).filter(({ closedOn }) => closedOn === null);
  if (lifeAreas === undefined) for (const problem of problems) wholeProblem(out, facts, problem);
  else lifeAreaParts(out, facts, byLifeArea(problems, lifeAreas));
  ended(out, facts);
  return out.finish();
}

/**
 * One page with what was agreed. What does not fit goes in this order: her own words about what matters, the numbers, and the last
 * goals, of which the page then says that they are in the whole plan.
 */
export async function renderAgreements(facts: PlanPaperFacts): Promise<Buffer> {
  const goals = openGoals(facts.plan);
  for (const [words, numbers] of [[true, true], [false, true], [false, false]] as const) {
    const onePage = await onOnePage(facts, { goals, words, numbers });
    if (onePage !== null) return onePage;
  }
  const shorter = { words: false, numbers: false };
  let [fitting, most] = [0, goals.length - 1];
  while (fitting < most) {
    const tried = Math.ceil((fitting + most) / 2);
    if ((await onOnePage(facts, { goals: goals.slice(0, tried), ...shorter })) === null) most = tried - 1;
    else fitting = tried;
  }
  return agreements(facts, { goals: goals.slice(0, fitting), ...shorter }).finish();
} // prettier-ignore

/** Null when it needs another page. */
async function onOnePage(facts: PlanPaperFacts, shortened: Shortened): Promise<Buffer | null> {
  const out = agreements(facts, shortened);
  const { page } = out;
  const content = await out.finish();
  return page === 1 ? content : null;
}

interface Shortened {
  readonly goals: readonly GoalView[];
  readonly words: boolean;
  readonly numbers: boolean;
}

function agreements(facts: PlanPaperFacts, { goals, words, numbers }: Shortened): ClientPaper {
  const out = begun(facts, text('carePlanPapers.agreedTitle'));
  if (words && facts.plan.whatMatters) said(out, text('carePlanPapers.matters'), facts.plan.whatMatters);
  if (openGoals(facts.plan).length === 0) out.paragraph(text('carePlanPapers.none'));
  for (const goal of goals) {
    out.heading(text('carePlanPapers.goal', { text: sentence(goal.text) }));
    if (numbers) out.paragraph(numbersOf(goal));
    for (const action of openActions(goal)) out.paragraph(actionLine(facts, action));
    if (openActions(goal).length === 0) out.paragraph(text('carePlanPapers.noAction'));
  }
  if (goals.length < openGoals(facts.plan).length) out.paragraph(text('carePlanPapers.more'));
  ended(out, facts);
  return out;
}

/** Whose plan it is, and whether it holds. */
function begun({ client, sender, plan, hasChanged, size }: PlanPaperFacts, title: string): ClientPaper {
  const out = new ClientPaper(title, sender, size);
  out.title(title);
  const lines = [text('carePlanPapers.for', { name: fullName(client), day: longDay(client.birthDate) })];
  if (plan.agreement)
    lines.push(text('carePlanPapers.agreed', { by: plan.agreement.by, day: longDay(plan.agreement.on) }));
  else lines.push(text('carePlanPapers.draft'));
  if (hasChanged) lines.push(text('carePlanPapers.changed'));
  if (plan.closedOn) lines.push(text('carePlanPapers.closed', { day: longDay(plan.closedOn) }));
  out.paragraph(lines.join(' '));
  return out;
}

/** When the next time is, and whom to call. */
function ended(out: ClientPaper, { plan, caseManager, sender }: PlanPaperFacts): void {
  if (plan.nextEvaluationOn && !plan.closedOn) out.paragraph(text('carePlanPapers.next', { day: longDay(plan.nextEvaluationOn) })); // prettier-ignore
  out.heading(text('carePlanPapers.askTitle'));
  const phone = caseManager?.phone ?? null;
  const ask = caseManager !== null && phone !== null
    ? text('carePlanPapers.ask', { name: caseManager.name, phone: unbroken(formatPhone(phone)) })
    : text('carePlanPapers.askPractice', { phone: unbroken(sender.phone) }); // prettier-ignore
  out.paragraph(`${ask} ${text('carePlanPapers.urgent')}`);
}

function said(out: ClientPaper, heading: string, words: string): void {
  out.heading(heading);
  for (const line of words.split('\n').filter((one) => one.trim() !== '')) out.paragraph(line.trim());
}

/** The same plan by area of life; areas without a problem are named in one line, as the method goes over all of them. */
function lifeAreaParts(out: ClientPaper, facts: PlanPaperFacts, parts: readonly LaidOut<ProblemView>[]): void {
  for (const { area, problems } of parts.filter((part) => part.problems.length > 0)) {
    out.heading(area?.label ?? text('carePlanPapers.otherAreas'));
    for (const problem of problems) problemWords(out, facts, problem, [`${problem.areaLabel}.`]);
  }
  const empty = parts.filter((part) => part.problems.length === 0).map(({ area }) => area?.label ?? '');
  if (empty.length > 0) out.paragraph(text('carePlanPapers.emptyAreas', { areas: empty.join(', ') }));
}

function wholeProblem(out: ClientPaper, facts: PlanPaperFacts, problem: ProblemView): void {
  out.heading(problem.areaLabel);
  problemWords(out, facts, problem, []);
}

function problemWords(out: ClientPaper, facts: PlanPaperFacts, problem: ProblemView, before: readonly string[]): void {
  const lines = [...before, text('carePlanPapers.problem', { text: sentence(problem.description) })];
  if (problem.severity !== null)
    lines.push(text('carePlanPapers.severity', { score: problem.severity }), text('carePlanPapers.scale'));
  if (problem.wantsToWorkOnIt === 'LATER') lines.push(text('carePlanPapers.later'));
  if (problem.wantsToWorkOnIt === 'NO') lines.push(text('carePlanPapers.no'));
  out.paragraph(lines.join(' '));
  for (const goal of problem.goals) wholeGoal(out, facts, goal);
}

function wholeGoal(out: ClientPaper, facts: PlanPaperFacts, goal: GoalView): void {
  const lines = [text('carePlanPapers.goal', { text: sentence(goal.text) })];
  if (goal.state === 'OPEN')
    lines.push(numbersOf(goal), text('carePlanPapers.until', { day: longDay(goal.targetDate) }));
  if (goal.endScore !== null) lines.push(text('carePlanPapers.done', { end: goal.endScore }));
  if (goal.state === 'STOPPED') lines.push(text('carePlanPapers.stopped'));
  if (goal.evaluation) lines.push(text('carePlanPapers.said', { text: sentence(goal.evaluation) }));
  out.paragraph(lines.join(' '));
  for (const action of openActions(goal)) out.paragraph(actionLine(facts, action));
}

function numbersOf({ baselineScore: start, targetScore: wish, latestScore: now, maintenance }: GoalView): string {
  if (now !== null) return text('carePlanPapers.latest', { start, now, wish });
  return maintenance ? text('carePlanPapers.kept', { start }) : text('carePlanPapers.numbers', { start, wish });
}

function actionLine({ names }: PlanPaperFacts, { text: words, owner, dueOn }: GoalActionView): string {
  const name = owner.kind === 'USER' ? names.get(owner.userId ?? '') : owner.name;
  const who = name ?? text(`carePlanPapers.owner.${owner.kind}`);
  return `• ${text('carePlanPapers.action', { owner: who, text: sentence(words) })} ${text('carePlanPapers.actionUntil', { day: longDay(dueOn) })}`;
}

const openGoals = ({ problems = [] }: PlanContentView): GoalView[] =>
  problems.flatMap(({ goals }) => goals.filter(({ state }) => state === 'OPEN'));
const openActions = ({ actions }: GoalView): GoalActionView[] => actions.filter(({ state }) => state === 'OPEN');

/** What somebody typed, with a stop behind it. */
const sentence = (words: string): string => (/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);
