import { Checkbox, NativeSelect } from '@mantine/core';
import { CASE_MANAGED_PROFILES, CASE_MANAGER_ROLES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import classes from './practice-settings.module.css';
import type { SettingsField, SettingsValues } from './settings-values.ts';

type Props = {
  values: SettingsValues;
  labelOf: (field: SettingsField) => string;
  set: (field: SettingsField, value: string) => void;
};

const ROLES = CASE_MANAGER_ROLES.map((role) => ({
  value: role,
  label: text(`common.role.${role}`),
}));

/** What a GP sees of the clients of colleagues, and who is offered first as case manager. */
export function AccessFields({ values, labelOf, set }: Props) {
  return (
    <>
      <fieldset className={classes['group']}>
        <legend>{text('practiceSettings.caseManager.title')}</legend>
        {CASE_MANAGED_PROFILES.map((profile) => {
          const field = `caseManagerRoles.${profile}` as const;
          return (
            <NativeSelect
              key={field}
              id={field}
              size="md"
              label={labelOf(field)}
              data={ROLES}
              value={values[field]}
              onChange={({ currentTarget }) => set(field, currentTarget.value)}
            />
          );
        })}
      </fieldset>
      <fieldset className={classes['group']}>
        <legend>{text('practiceSettings.access.title')}</legend>
        <Checkbox
          id="gpOwnClientsOnly"
          label={labelOf('gpOwnClientsOnly')}
          description={text('practiceSettings.access.gpOwnClientsOnlyHint')}
          checked={values.gpOwnClientsOnly === 'yes'}
          onChange={({ currentTarget }) => set('gpOwnClientsOnly', currentTarget.checked ? 'yes' : 'no')}
        />
      </fieldset>
    </>
  );
}
