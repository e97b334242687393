import { text } from '@samenoud/texts';
import { VersionConflict } from '../ui/VersionConflict.tsx';
import { differs, SETTINGS_FIELDS, shownValue, type SettingsField, type SettingsValues } from './settings-values.ts';
import type { Conflict } from './use-settings-form.ts';

type Props = {
  conflict: Conflict;
  /** What stands in the form now. */
  values: SettingsValues;
  label: (field: SettingsField) => string;
  onTake: (field: SettingsField) => void;
};

/** Both versions of what differs, and a choice per line. */
export function SettingsConflict({ conflict: { mine, theirs }, values, label, onTake }: Props) {
  const rows = SETTINGS_FIELDS.filter((field) => differs(field, mine, theirs)).map((field) => ({
    field,
    label: label(field),
    mine: shownValue(field, mine),
    theirs: shownValue(field, theirs),
    isAdopted: !differs(field, values, theirs),
  }));
  return (
    <VersionConflict
      title={text('practiceSettings.stale.title')}
      subject={text('practiceSettings.stale.field')}
      rows={rows}
      onTake={onTake}
    />
  );
}
