import { text } from '@samenoud/texts';
import { numbered } from '../ui/numbered.ts';
import { planWords } from './plan-form.ts';
import type { OtherTreatmentPlan, TreatmentPlan } from './treatment-plan-queries.ts';
import paper from '../ui/Document.module.css';

const FACTS = [
  'medicationPolicy', 'lastMedicationReviewOn', 'nextMedicationReviewOn', 'agreements', 'signals', 'discussedWithClientOn', 'reviewOn',
] as const; // prettier-ignore

type Props = { plan: TreatmentPlan | OtherTreatmentPlan };

/** The plan as it stands: a table of problems, and the rest in words. */
export function PlanRead({ plan }: Props) {
  const due: Partial<Record<(typeof FACTS)[number], string>> = {
    ...('reviewDue' in plan && plan.reviewDue && { reviewOn: text('treatmentPlans.reviewDue') }),
    ...('medicationReviewDue' in plan &&
      plan.medicationReviewDue && { nextMedicationReviewOn: text('treatmentPlans.medicationReviewDue') }),
  };
  return (
    <>
      {plan.problems.length > 0 && (
        <table className={paper['table']}>
          <caption className="visually-hidden">{text('treatmentPlans.problem.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('treatmentPlans.problem.text')}</th>
              <th scope="col">{text('treatmentPlans.problem.icpc')}</th>
              <th scope="col">{text('treatmentPlans.problem.policy')}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(plan.problems).map(({ key, row: { icpc, text: words, policy } }) => (
              <tr key={key}>
                <th scope="row">{words}</th>
                <td data-head={text('treatmentPlans.problem.icpc')}>{icpc}</td>
                <td data-head={text('treatmentPlans.problem.policy')}>{policy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className={paper['facts']}>
        {FACTS.map((field) => (
          <div key={field} style={{ display: 'contents' }}>
            <dt>{text(`treatmentPlans.field.${field}`)}</dt>
            <dd>
              {planWords(plan[field]) || <span className={paper['quiet']}>{text('treatmentPlans.notFilled')}</span>}{' '}
              {due[field] !== undefined && <span className={paper['due']}>{due[field]}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
