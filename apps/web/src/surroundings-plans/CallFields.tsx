import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { NAMED_PERMISSIONS, SURROUNDINGS_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { DayInput } from '../ui/DayInput.tsx';
import type { PersonToCall } from './surroundings-queries.ts';
import classes from './surroundings-plans.module.css';
import paper from '../ui/Document.module.css';

type Props = {
  person: PersonToCall;
  index: number;
  isNew: boolean;
  errors: Readonly<Record<string, string>>;
  onChange: (part: Partial<PersonToCall>) => void;
  onUp: () => void;
  onRemove: () => void;
};

/** One person to call, with whether she may be named. */
export function CallFields({ person, index, isNew, errors, onChange, onUp, onRemove }: Props) {
  const at = (field: string): string => `calls.${index}.${field}`;
  const name = person.name.trim() || text('surroundingsPlans.call.number', { n: index + 1 });
  const words = (field: 'name' | 'relation' | 'does', required = false) => (
    <TextInput
      id={at(field)}
      label={text(`surroundingsPlans.call.${field}`)}
      {...(field === 'relation' && { description: text('surroundingsPlans.call.relationHint') })}
      withAsterisk={required}
      aria-required={required}
      autoComplete="off"
      autoFocus={isNew && field === 'name'}
      maxLength={SURROUNDINGS_LIMITS[field]}
      error={errors[at(field)]}
      value={person[field] ?? ''}
      onChange={({ currentTarget }) =>
        onChange({ [field]: currentTarget.value === '' && !required ? null : currentTarget.value })
      }
    />
  );
  return (
    <fieldset className={paper['group']}>
      <legend>{`${index + 1}. ${name}`}</legend>
      <div className={paper['fields']}>
        {words('name', true)}
        {words('relation')}
        <TextInput
          id={at('phone')}
          label={text('surroundingsPlans.call.phone')}
          withAsterisk
          aria-required
          inputMode="tel"
          autoComplete="off"
          maxLength={30}
          error={errors[at('phone')]}
          value={person.phone}
          onChange={({ currentTarget }) => onChange({ phone: currentTarget.value })}
        />
        {words('does')}
        <NativeSelect
          id={at('permission')}
          label={text('surroundingsPlans.call.permission')}
          value={person.permission}
          data={NAMED_PERMISSIONS.map((value) => ({ value, label: text(`surroundingsPlans.permission.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ permission: NAMED_PERMISSIONS.find((one) => one === currentTarget.value) ?? 'NOT_ASKED' })
          }
        />
        {person.permission !== 'NOT_ASKED' && (
          <DayInput
            id={at('permissionOn')}
            label={text('surroundingsPlans.call.permissionOn')}
            required
            value={person.permissionOn ?? null}
            error={errors[at('permissionOn')]}
            onChange={(permissionOn) => onChange({ permissionOn })}
          />
        )}
      </div>
      <Checkbox
        label={text('surroundingsPlans.call.hasKey')}
        checked={person.hasKey}
        onChange={({ currentTarget }) => onChange({ hasKey: currentTarget.checked })}
      />
      <div className={classes['acts']}>
        {index > 0 && (
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={text('surroundingsPlans.call.up', { name })}
            onClick={onUp}
          >
            {text('surroundingsPlans.call.upShort')}
          </Button>
        )}
        <Button variant="subtle" size="compact-md" onClick={onRemove}>
          {text('surroundingsPlans.call.remove', { name })}
        </Button>
      </div>
    </fieldset>
  );
}
