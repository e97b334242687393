import { formatDutchDay } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { GoalAction, PlanChange, PlanContent } from './care-plan-queries.ts';

/** A code in Dutch words; the code itself where this release has none. */
export const codeWords = (kind: string, code: string): string => findText(`carePlans.${kind}.${code}`) ?? code;

export const dayWords = (day: string | null | undefined): string =>
  day ? formatDutchDay(day) : text('carePlans.none');

export type NameOf = (userId: string) => string | undefined;

export function ownerWords({ owner }: GoalAction, nameOf: NameOf): string {
  if (owner.kind === 'USER') return (owner.userId && nameOf(owner.userId)) || text('carePlans.owner.USER');
  return owner.name || codeWords('owner', owner.kind);
}

/** What changed, by the words of the thing itself. */
export function changeWords({ subject, id, kind, fields }: PlanChange, plan: PlanContent): string {
  const what = subject === 'PLAN' ? text('carePlans.changed.plan') : nameOfPart(id, plan);
  const named = fields.map((field) => codeWords('field', field)).join(', ');
  return text(`carePlans.changed.${kind}`, { subject: codeWords('subject', subject), what, fields: named });
}

function nameOfPart(id: string | null, { problems = [] }: PlanContent): string {
  const goals = problems.flatMap((problem) => problem.goals);
  const found =
    problems.find((one) => one.id === id)?.description ??
    goals.find((one) => one.id === id)?.text ??
    goals.flatMap(({ actions }) => actions).find((one) => one.id === id)?.text;
  return found ?? text('carePlans.changed.gone');
}
