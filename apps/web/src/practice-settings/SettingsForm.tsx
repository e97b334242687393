import { Button, Checkbox, Text, TextInput } from '@mantine/core';
import {
  CASE_MANAGED_PROFILES,
  CUT_OFF_RANGES,
  DEFAULT_CUT_OFFS,
  PROFILE_LABEL_LIMIT,
  PROFILES,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { FormEvent } from 'react';
import type { PracticeSettings } from '../platform/practice-settings.ts';
import { profileWord } from '../platform/profile-labels.tsx';
import { fieldErrors } from '../platform/problem.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import classes from './practice-settings.module.css';
import { AccessFields } from './AccessFields.tsx';
import { ProfilePreview } from './ProfilePreview.tsx';
import { SettingsConflict } from './SettingsConflict.tsx';
import { CareFields, careLabel } from './CareFields.tsx';
import { RoundFields } from './RoundFields.tsx';
import { CARE_FIELDS, labelsOf, ROUND_FIELDS, type SettingsField } from './settings-values.ts';
import { useSettingsForm } from './use-settings-form.ts';

const INSTRUMENTS_AS_ASKED = ['imesa', 'gfi'] as const;
const PROFILE_FROM = { imesa: 'COMPLEX', gfi: 'FRAIL' } as const;

/** Beside a cut-off: what it may be, and that it is not the published one. */
function cutOffHint(instrument: 'imesa' | 'gfi', typed: string): string {
  const range = text('practiceSettings.cutOffs.range', CUT_OFF_RANGES[instrument]);
  const published = DEFAULT_CUT_OFFS[instrument];
  return typed.trim() === String(published)
    ? range
    : `${range} ${text('practiceSettings.cutOffs.differs', { published })}`;
}

/** Labels and cut-offs of the practice, with how they will look. */
export function SettingsForm({ settings }: { settings: PracticeSettings }) {
  const { values, set, submit, conflict, problem, outcome, isSaving } = useSettingsForm(settings);
  const errors = fieldErrors(problem);
  const labels = labelsOf(values);
  const cutOffLabel = (instrument: 'imesa' | 'gfi'): string =>
    text(`practiceSettings.cutOffs.${instrument}`, {
      profile: profileWord(PROFILE_FROM[instrument], settings.profileLabels),
    });
  const fieldLabel = (field: SettingsField): string => {
    const profile = PROFILES.find((one) => field === `profileLabels.${one}`);
    if (profile !== undefined) return text(`practiceSettings.labels.${profile}`);
    const ofRound = ROUND_FIELDS.find((one) => field === one);
    if (ofRound !== undefined) return text(`practiceSettings.rounds.${ofRound}`);
    const ofCare = CARE_FIELDS.find((one) => field === one);
    if (ofCare !== undefined) return careLabel(ofCare, settings.profileLabels);
    const managed = CASE_MANAGED_PROFILES.find((one) => field === `caseManagerRoles.${one}`);
    if (managed !== undefined)
      return text('practiceSettings.caseManager.offeredFirst', {
        profile: profileWord(managed, settings.profileLabels),
      });
    if (field === 'gpOwnClientsOnly') return text('practiceSettings.access.gpOwnClientsOnly');
    if (field === 'logNames') return text('practiceSettings.log.logNames');
    return cutOffLabel(field === 'cutOffs.imesa' ? 'imesa' : 'gfi');
  };
  const bound = (field: SettingsField) => ({
    id: field,
    label: fieldLabel(field),
    value: values[field],
    autoComplete: 'off',
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => set(field, currentTarget.value),
    ...(errors[field] !== undefined && { error: errors[field] }),
  });

  function save(event: FormEvent): void {
    event.preventDefault();
    if (!isSaving) submit();
  }
  return (
    <>
      {conflict !== undefined && (
        <SettingsConflict
          conflict={conflict}
          values={values}
          label={fieldLabel}
          onTake={(field) => set(field, conflict.theirs[field])}
        />
      )}
      <form noValidate onSubmit={save} className={classes['form']}>
        {problem !== undefined && <ProblemSummary error={problem} />}
        <fieldset className={classes['group']}>
          <legend>{text('practiceSettings.labels.title')}</legend>
          <Text c="dimmed">{text('practiceSettings.labels.hint', { max: PROFILE_LABEL_LIMIT })}</Text>
          {PROFILES.map((profile) => (
            <TextInput key={profile} {...bound(`profileLabels.${profile}`)} />
          ))}
        </fieldset>
        <fieldset className={classes['group']}>
          <legend>{text('practiceSettings.cutOffs.title')}</legend>
          <Text c="dimmed">{text('practiceSettings.cutOffs.hint', DEFAULT_CUT_OFFS)}</Text>
          {INSTRUMENTS_AS_ASKED.map((instrument) => (
            <TextInput
              key={instrument}
              {...bound(`cutOffs.${instrument}`)}
              inputMode="numeric"
              description={cutOffHint(instrument, values[`cutOffs.${instrument}`])}
              classNames={{ input: classes['number'] ?? '' }}
            />
          ))}
        </fieldset>
        <ProfilePreview
          labels={labels}
          cutOffs={{ imesa: values['cutOffs.imesa'].trim(), gfi: values['cutOffs.gfi'].trim() }}
        />
        <RoundFields
          bound={bound}
          isAtBorders={values.secondEntryBorders === 'yes'}
          onBorders={(isOn) => set('secondEntryBorders', isOn ? 'yes' : 'no')}
        />
        <CareFields bound={bound} />
        <AccessFields values={values} labelOf={fieldLabel} set={set} />
        <fieldset className={classes['group']}>
          <legend>{text('practiceSettings.log.title')}</legend>
          <Checkbox
            id="logNames"
            label={text('practiceSettings.log.logNames')}
            description={text('practiceSettings.log.logNamesHint')}
            checked={values.logNames === 'yes'}
            onChange={({ currentTarget }) => set('logNames', currentTarget.checked ? 'yes' : 'no')}
          />
        </fieldset>
        <div className={classes['footer']}>
          <Button type="submit" disabled={isSaving}>
            {text(isSaving ? 'practiceSettings.saving' : 'practiceSettings.save')}
          </Button>
          <span role="status">
            {outcome !== undefined &&
              text(outcome === 'SAVED' ? 'practiceSettings.saved' : 'practiceSettings.nothingChanged')}
          </span>
        </div>
      </form>
    </>
  );
}
