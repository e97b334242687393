import { type TreatmentPlanContent, TREATMENT_PLAN_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useDocumentForm } from '../platform/document-form/use-document-form.ts';
import { fieldErrors } from '../platform/problem.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { type ConflictWords, DocumentFrame } from '../ui/DocumentFrame.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { contentOfPlan, planFaults, planWords } from './plan-form.ts';
import { ProblemFields } from './ProblemFields.tsx';
import { saveTreatmentPlan, type TreatmentPlan } from './treatment-plan-queries.ts';
import paper from '../ui/Document.module.css';

type Props = { plan: TreatmentPlan; today: string; onSaved: (plan: TreatmentPlan) => void; onCancel: () => void };

const label = (field: keyof TreatmentPlanContent): string => text(`treatmentPlans.field.${field}`);

const CONFLICT: ConflictWords<TreatmentPlanContent> = {
  title: text('treatmentPlans.conflict.title'),
  subject: text('treatmentPlans.conflict.subject'),
  labelOf: label,
  wordsOf: planWords,
};

/** The whole plan in one form: problems first, then medicines, agreements and days. */
export function PlanForm({ plan, today, onSaved, onCancel }: Props) {
  const form = useDocumentForm<TreatmentPlanContent, TreatmentPlan>({
    version: plan.version,
    content: contentOfPlan(plan),
    put: (content, version) =>
      saveTreatmentPlan(plan.clientId, { ...content, problems: content.problems.map((one) => ({ ...one })) }, version),
    read: (saved) => ({ version: saved.version, content: contentOfPlan(saved) }),
    faultsOf: (content) => planFaults(content, today),
    onSaved,
  });
  const errors = fieldErrors(form.problem);
  const { content, set } = form;
  const area = (field: 'medicationPolicy' | 'agreements' | 'signals') => (
    <AreaField
      id={field}
      label={label(field)}
      value={content[field]}
      maximum={TREATMENT_PLAN_LIMITS.text}
      error={errors[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );
  const day = (field: 'lastMedicationReviewOn' | 'nextMedicationReviewOn' | 'discussedWithClientOn' | 'reviewOn') => (
    <DayInput
      key={`${field}-${form.revision}`}
      id={field}
      label={label(field)}
      value={content[field]}
      error={errors[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );

  return (
    <DocumentFrame
      form={form}
      label={text('treatmentPlans.title')}
      conflict={CONFLICT}
      saveLabel={text('treatmentPlans.save')}
      onCancel={onCancel}
    >
      <LeaveGuard isDirty={form.isDirty} />
      <ProblemFields problems={content.problems} errors={errors} onChange={(problems) => set({ problems })} />
      {area('medicationPolicy')}
      <div className={paper['fields']}>
        {day('lastMedicationReviewOn')}
        {day('nextMedicationReviewOn')}
      </div>
      {area('agreements')}
      {area('signals')}
      <div className={paper['fields']}>
        {day('discussedWithClientOn')}
        {day('reviewOn')}
      </div>
    </DocumentFrame>
  );
}
