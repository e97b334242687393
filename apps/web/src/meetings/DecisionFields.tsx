import { NativeSelect, Text, TextInput } from '@mantine/core';
import { ACTION_LIMITS, MEETING_LIMITS, type ProfileLabels, PROFILES, REFERRAL_LIMITS, REFERRAL_TYPES, referralNeedsText, type ReferralType } from '@samenoud/domain'; // prettier-ignore
import { text } from '@samenoud/texts';
import { profileName } from '../platform/profile-labels.tsx';
import { DateField } from '../ui/DateField.tsx';
import { submitOnEnter } from '../ui/submit-on-enter.ts';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import type { Draft } from './decision-draft.ts';
import type { DecisionAct } from './decision-keys.ts';
import type { Person } from './meeting-words.ts';

type Props = {
  kind: DecisionAct;
  draft: Draft;
  people: readonly Person[];
  /** Of them who can be case manager, first who fits. */
  managers: readonly Person[];
  labels: ProfileLabels;
  /** Fields that are to be filled in still, once somebody tried without. */
  missing: readonly string[];
  onChange: (change: Partial<Draft>) => void;
};

/** The fields of one kind of decision; what is typed comes first. */
export function DecisionFields(props: Props) {
  switch (props.kind) {
    case 'ASSIGN_PROFILE':
      return <ProfileFields {...props} />;
    case 'NAME_CASE_MANAGER':
      return <Who {...props} id="userId" label={text('teamMeetings.decide.manager')} people={props.managers} autoFocus />; // prettier-ignore
    case 'ACTION':
      return (
        <>
          <Words
            {...props}
            id="text"
            label={text('teamMeetings.decide.text')}
            required={text('teamMeetings.decide.textRequired')}
            max={ACTION_LIMITS.text}
            autoFocus
          />{' '}
          {/* prettier-ignore */}
          <Who {...props} id="ownerId" label={text('teamMeetings.decide.owner')} />
          <When
            {...props}
            id="dueOn"
            label={text('teamMeetings.decide.dueOn')}
            required={text('teamMeetings.decide.dueOnRequired')}
          />
        </>
      );
    case 'REFER':
      return <ReferFields {...props} />;
    case 'NEXT_REVIEW':
      return <When {...props} id="on" label={text('teamMeetings.decide.reviewOn')} required={text('teamMeetings.decide.reviewOnRequired')} autoFocus />; // prettier-ignore
    case 'NOTE':
      return <Words {...props} id="text" label={text('teamMeetings.decide.note')} required={text('teamMeetings.decide.noteRequired')} max={MEETING_LIMITS.note} autoFocus />; // prettier-ignore
    default:
      return <Text>{text('teamMeetings.decide.endReview')}</Text>;
  }
}

function ProfileFields({ draft, labels, missing, onChange }: Props) {
  return (
    <>
      <RadioQuestion
        legend={text('teamMeetings.decide.profile')}
        choices={PROFILES.map((profile) => ({ code: profile, label: profileName(profile, labels) }))}
        value={draft.profile}
        autoFocus
        onChange={(profile) => onChange({ profile })}
        error={missing.includes('profile') ? text('teamMeetings.decide.profileRequired') : undefined}
      />
      <TextInput
        id="reason"
        label={text('teamMeetings.decide.reason')}
        description={text('teamMeetings.decide.reasonHint')}
        maxLength={MEETING_LIMITS.reason}
        value={draft.reason}
        onChange={({ currentTarget }) => onChange({ reason: currentTarget.value })}
      />
    </>
  );
}

function ReferFields(props: Props) {
  const { draft, missing, onChange } = props;
  return (
    <>
      <NativeSelect
        id="type"
        data-autofocus
        label={text('teamMeetings.decide.type')}
        data={REFERRAL_TYPES.map((type) => ({ value: type, label: text(`referrals.type.${type}`) }))}
        value={draft.type}
        onKeyDown={submitOnEnter}
        onChange={({ currentTarget }) => onChange({ type: currentTarget.value as ReferralType })}
      />
      {referralNeedsText(draft.type) && (
        <TextInput
          id="typeText"
          label={text('teamMeetings.decide.typeText')}
          aria-required
          maxLength={REFERRAL_LIMITS.typeText}
          value={draft.typeText}
          error={missing.includes('typeText') ? text('teamMeetings.decide.typeTextRequired') : undefined}
          onChange={({ currentTarget }) => onChange({ typeText: currentTarget.value })}
        />
      )}
      <TextInput
        id="receiver"
        label={text('teamMeetings.decide.receiver')}
        aria-required
        maxLength={REFERRAL_LIMITS.receiver}
        value={draft.receiver}
        error={missing.includes('receiver') ? text('teamMeetings.decide.receiverRequired') : undefined}
        onChange={({ currentTarget }) => onChange({ receiver: currentTarget.value })}
      />
      <Words
        {...props}
        id="reason"
        label={text('teamMeetings.decide.why')}
        required={text('teamMeetings.decide.whyRequired')}
        max={REFERRAL_LIMITS.reason}
      />{' '}
      {/* prettier-ignore */}
      <When {...props} id="dueOn" label={text('teamMeetings.decide.feedbackBy')} required={text('teamMeetings.decide.dueOnRequired')} />
    </>
  );
}

type FieldProps = Props & { id: string; label: string; autoFocus?: boolean };

/** One line, so that Enter takes the decision. */
function Words({
  id,
  label,
  required,
  max,
  draft,
  missing,
  autoFocus,
  onChange,
}: FieldProps & { required: string; max: number }) {
  return (
    <TextInput
      id={id}
      data-autofocus={autoFocus}
      label={label}
      aria-required
      maxLength={max}
      value={draft.text}
      error={missing.includes(id) ? required : undefined}
      onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
    />
  );
}

function Who({ id, label, draft, people, missing, autoFocus, onChange }: FieldProps) {
  return (
    <NativeSelect
      id={id}
      data-autofocus={autoFocus}
      label={label}
      data={people.map(({ userId, label: name }) => ({ value: userId, label: name }))}
      value={draft.userId}
      onKeyDown={submitOnEnter}
      error={missing.includes(id) ? text('teamMeetings.decide.ownerRequired') : undefined}
      onChange={({ currentTarget }) => onChange({ userId: currentTarget.value })}
    />
  );
}

function When({ id, label, required, draft, missing, autoFocus, onChange }: FieldProps & { required: string }) {
  return (
    <DateField
      id={id}
      data-autofocus={autoFocus}
      label={label}
      aria-required
      value={draft.on}
      onChange={(on) => onChange({ on })}
      {...(missing.includes(id) && { error: required })}
    />
  );
}
