import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { mayBridgeWait, REFERRAL_LIMITS, REFERRAL_TYPES, referralNeedsText, type ReferralType } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { emptyReferral, faultsOf, referralBody, type ReferralValues, valuesOf } from './referral-form.ts';
import { changeReferral, type NewReferral, type Referral, writeReferral } from './referral-queries.ts';

export interface Person {
  readonly userId: string;
  readonly label: string;
}

type Props = {
  clientId: string;
  /** A draft that is put in other words; without one a new one is written. */
  referral?: Referral;
  /** The day by which this practice expects feedback on a referral of today. */
  dueOn: string;
  /** Who can refer, the asker herself first. */
  referrers: readonly Person[];
  onDone: () => void;
  onClose: () => void;
};

/** A referral: to what, to whom, why in one sentence, and by when something is heard. It is kept as a draft. */
export function ReferralForm({ clientId, referral, dueOn, referrers, onDone, onClose }: Props) {
  const [values, setValues] = useState(() => (referral ? valuesOf(referral) : emptyReferral(dueOn)));
  const [referrerId, setReferrerId] = useState(referrers[0]?.userId);
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const save = useMutation({
    mutationFn: (body: NewReferral) =>
      referral
        ? changeReferral(referral, body)
        : writeReferral(clientId, { ...body, ...(referrerId !== undefined && { referrerId }) }, key),
    onSuccess: onDone,
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(faultsOf(values));
    const body = referralBody(values);
    if (first !== undefined) document.getElementById(first)?.focus();
    else if (body !== undefined && !save.isPending) save.mutate(body);
  }
  return (
    <Dialog title={text(referral ? 'referrals.form.change' : 'referrals.add')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Text fw={700}>{text('contacts.emergency')}</Text>
          <ReferralFields
            values={values}
            faults={hasTried ? faultsOf(values) : {}}
            onChange={(change) => setValues((before) => ({ ...before, ...change }))}
          />
          {!referral && referrers.length > 1 && (
            <NativeSelect
              id="referrerId"
              label={text('referrals.form.referrer')}
              data={referrers.map(({ userId, label }) => ({ value: userId, label }))}
              value={referrerId ?? ''}
              onChange={({ currentTarget }) => setReferrerId(currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'contacts.saving' : 'referrals.form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type FieldsProps = {
  values: ReferralValues;
  faults: ReturnType<typeof faultsOf>;
  onChange: (change: Partial<ReferralValues>) => void;
};

function ReferralFields({ values, faults, onChange }: FieldsProps) {
  const { type } = values;
  const words = (id: 'typeText' | 'receiver' | 'receiverContact' | 'reason') => ({
    id,
    label: text(`referrals.form.${id}`),
    maxLength: REFERRAL_LIMITS[id],
    value: values[id],
    error: faults[id],
    'aria-required': id !== 'receiverContact',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange({ [id]: currentTarget.value }),
  });
  return (
    <>
      <NativeSelect
        id="type"
        data-autofocus
        label={text('referrals.form.type')}
        aria-required
        data={[
          { value: '', label: text('referrals.form.choose') },
          ...REFERRAL_TYPES.map((value) => ({ value, label: text(`referrals.type.${value}`) })),
        ]}
        value={type}
        error={faults.type}
        onChange={({ currentTarget }) => onChange({ type: currentTarget.value as ReferralType | '' })}
      />
      {type !== '' && referralNeedsText(type) && <TextInput {...words('typeText')} />}
      {type !== '' && mayBridgeWait(type) && (
        <Checkbox
          label={text('referrals.form.bridgesWait')}
          checked={values.bridgesWait}
          onChange={({ currentTarget }) => onChange({ bridgesWait: currentTarget.checked })}
        />
      )}
      <TextInput {...words('receiver')} description={text('referrals.form.receiverHint')} />
      <TextInput {...words('receiverContact')} description={text('referrals.form.receiverContactHint')} />
      <Textarea {...words('reason')} description={text('referrals.form.reasonHint')} autosize minRows={2} />
      <DateField
        id="dueOn"
        label={text('referrals.form.dueOn')}
        aria-required
        value={values.dueOn}
        error={faults.dueOn}
        onChange={(dueOn) => onChange({ dueOn })}
      />
    </>
  );
}
