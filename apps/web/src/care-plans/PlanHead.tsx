import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Fragment } from 'react';
import type { PlanContent } from './care-plan-queries.ts';
import { codeWords, dayWords } from './care-plan-words.ts';
import classes from './care-plans.module.css';

/** Where a plan stands, who agreed, and when the next time is. */
export function PlanHead({ plan }: { plan: PlanContent }) {
  const facts = [
    [text('carePlans.head.state'), codeWords('state', plan.state)],
    [text('carePlans.head.edition'), plan.edition === 0 ? text('carePlans.head.noEdition') : String(plan.edition)],
    [text('carePlans.head.drawnUpOn'), dayWords(plan.drawnUpOn)],
    ...(plan.discussedOn ? [[text('carePlans.head.discussedOn'), discussion(plan)]] : []),
    ...(plan.agreement ? [[text('carePlans.head.agreement'), agreement(plan.agreement)]] : []),
    ...(plan.teamDiscussedOn ? [[text('carePlans.head.teamDiscussedOn'), dayWords(plan.teamDiscussedOn)]] : []),
    ...(plan.nextEvaluationOn ? [[text('carePlans.head.nextEvaluationOn'), dayWords(plan.nextEvaluationOn)]] : []),
    ...(plan.evaluatedOn ? [[text('carePlans.head.evaluatedOn'), dayWords(plan.evaluatedOn)]] : []),
    ...(plan.copyGivenOn ? [[text('carePlans.head.copyGivenOn'), dayWords(plan.copyGivenOn)]] : []),
    ...(plan.closedOn ? [[text('carePlans.head.closedOn'), closing(plan)]] : []),
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function discussion({ discussedOn, discussedWith }: PlanContent): string {
  const day = dayWords(discussedOn);
  return discussedWith ? text('carePlans.head.discussedWith', { day, whom: discussedWith }) : day;
}

const agreement = ({ by, on, how }: NonNullable<PlanContent['agreement']>): string =>
  text('carePlans.head.agreementOf', { by, day: formatDutchDay(on), how: codeWords('how', how) });

function closing({ closedOn, closed }: PlanContent): string {
  const reason = closed?.text ?? (closed?.reason ? codeWords('closeReason', closed.reason) : '');
  return reason === '' ? dayWords(closedOn) : text('carePlans.head.closedWhy', { day: dayWords(closedOn), reason });
}
