import { Button, Checkbox, TextInput } from '@mantine/core';
import { freshSteps, NETWORK_LIMITS } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { fieldErrors } from '../platform/problem.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { DocumentFrame } from '../ui/DocumentFrame.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { changedAt, movedUp } from '../ui/list-edits.ts';
import { NETWORK_CONFLICT } from './network-form.ts';
import type { Coaching, Network } from './network-queries.ts';
import classes from './networks.module.css';
import paper from '../ui/Document.module.css';
import { useNetworkForm } from './use-network-form.ts';

type Props = { network: Network; today: string; onSaved: (network: Network) => void; onCancel: () => void };

/** The ten steps: which day, skipped, or in another order, as the client wants. */
export function CoachingForm({ network, today, onSaved, onCancel }: Props) {
  const form = useNetworkForm(network, today, onSaved, (content) => ({
    ...content,
    coaching: content.coaching ?? { coach: null, startedOn: today, steps: freshSteps(), evaluation: null },
  }));
  const errors = fieldErrors(form.problem);
  const { coaching } = form.content;
  const set = (part: Partial<Coaching>): void => {
    if (coaching !== null) form.set({ coaching: { ...coaching, ...part } });
  };

  return (
    <DocumentFrame
      form={form}
      label={text('networks.coaching.title')}
      conflict={NETWORK_CONFLICT}
      saveLabel={text('networks.save')}
      onCancel={onCancel}
    >
      <LeaveGuard isDirty={form.isDirty} />
      {coaching !== null && (
        <>
          <div className={paper['fields']}>
            <TextInput
              id="coaching.coach"
              label={text('networks.coaching.coach')}
              description={text('networks.coaching.coachHint')}
              autoComplete="off"
              maxLength={NETWORK_LIMITS.coach}
              value={coaching.coach ?? ''}
              onChange={({ currentTarget }) => set({ coach: currentTarget.value === '' ? null : currentTarget.value })}
            />
            <DayInput
              key={`startedOn-${form.revision}`}
              id="coaching.startedOn"
              label={text('networks.coaching.startedOn')}
              value={coaching.startedOn}
              error={errors['coaching.startedOn']}
              onChange={(day) => day !== null && set({ startedOn: day })}
            />
          </div>
          <ol className={classes['steps']}>
            {coaching.steps.map((step, index) => (
              <li key={step.step}>
                <StepFields
                  step={step}
                  index={index}
                  error={errors[`coaching.steps.${index}.doneOn`]}
                  onChange={(part) => set({ steps: changedAt(coaching.steps, index, part) })}
                  onUp={() => set({ steps: movedUp(coaching.steps, index) })}
                />
              </li>
            ))}
          </ol>
          <AreaField
            id="coaching.evaluation"
            label={text('networks.coaching.evaluation')}
            maximum={NETWORK_LIMITS.evaluation}
            value={coaching.evaluation}
            onChange={(evaluation) => set({ evaluation })}
          />
        </>
      )}
    </DocumentFrame>
  );
}

type Step = Coaching['steps'][number];
type StepProps = {
  step: Step;
  index: number;
  error: string | undefined;
  onChange: (part: Partial<Step>) => void;
  onUp: () => void;
};

function StepFields({ step: { step, doneOn, skipped }, index, error, onChange, onUp }: StepProps) {
  return (
    <fieldset className={paper['group']} style={{ width: '100%' }}>
      <legend>{`${step}. ${findText(`networks.coaching.step.${step}`) ?? ''}`}</legend>
      <div className={paper['fields']}>
        {!skipped && (
          <DayInput
            id={`coaching.steps.${index}.doneOn`}
            label={text('networks.coaching.dayOf', { n: step })}
            value={doneOn}
            error={error}
            onChange={(day) => onChange({ doneOn: day })}
          />
        )}
        <Checkbox
          label={text('networks.coaching.skip')}
          aria-label={text('networks.coaching.skipOf', { n: step })}
          checked={skipped}
          onChange={({ currentTarget }) => onChange({ skipped: currentTarget.checked, doneOn: null })}
        />
        {index > 0 && (
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={text('networks.coaching.upOf', { n: step })}
            onClick={onUp}
          >
            {text('networks.coaching.up')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
