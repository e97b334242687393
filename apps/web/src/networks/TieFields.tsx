import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { NETWORK_LIMITS, TIE_FREQUENCIES, TIE_STRAINS, TIE_SUPPORTS, TIE_WISHES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { codeWords } from './network-form.ts';
import type { NetworkTie } from './network-queries.ts';
import classes from './networks.module.css';
import paper from '../ui/Document.module.css';

const RINGS = [1, 2, 3] as const;

type Props = {
  tie: NetworkTie;
  index: number;
  isNew: boolean;
  errors: Readonly<Record<string, string>>;
  onChange: (part: Partial<NetworkTie>) => void;
  onRemove: () => void;
};

type Code = 'frequency' | 'wish' | 'strain';
const CHOICES: Readonly<Record<Code, readonly string[]>> = {
  frequency: TIE_FREQUENCIES,
  wish: TIE_WISHES,
  strain: TIE_STRAINS,
};

/** One person of the network. */
export function TieFields({ tie, index, isNew, errors, onChange, onRemove }: Props) {
  const at = (field: string): string => `ties.${index}.${field}`;
  const words = (field: 'name' | 'relation') => (
    <TextInput
      id={at(field)}
      label={text(`networks.tie.${field}`)}
      {...(field === 'relation' && { description: text('networks.tie.relationHint') })}
      withAsterisk
      aria-required
      autoComplete="off"
      autoFocus={isNew && field === 'name'}
      maxLength={NETWORK_LIMITS[field]}
      error={errors[at(field)]}
      value={tie[field]}
      onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
    />
  );
  const choice = (field: Code) => (
    <NativeSelect
      id={at(field)}
      label={text(`networks.tie.${field}`)}
      value={tie[field] ?? ''}
      data={[
        ...(field === 'strain' ? [{ value: '', label: text('networks.unknown') }] : []),
        ...CHOICES[field].map((value) => ({ value, label: codeWords(field, value) })),
      ]}
      onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value === '' ? null : currentTarget.value })}
    />
  );
  return (
    <fieldset className={paper['group']}>
      <legend>{tie.name.trim() || text('networks.tie.number', { n: index + 1 })}</legend>
      <div className={paper['fields']}>
        {words('name')}
        {words('relation')}
        {choice('frequency')}
        <NativeSelect
          id={at('closeness')}
          label={text('networks.tie.closeness')}
          value={String(tie.closeness)}
          data={RINGS.map((ring) => ({ value: String(ring), label: codeWords('closeness', ring) }))}
          onChange={({ currentTarget }) => onChange({ closeness: Number(currentTarget.value) })}
        />
        {choice('wish')}
        {choice('strain')}
      </div>
      <Checkbox.Group
        label={text('networks.tie.support')}
        value={tie.support}
        onChange={(chosen) => onChange({ support: TIE_SUPPORTS.filter((code) => chosen.includes(code)) })}
      >
        <div className={classes['checks']}>
          {TIE_SUPPORTS.map((code) => (
            <Checkbox key={code} value={code} label={text(`networks.support.${code}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        id={at('comment')}
        label={text('networks.tie.comment')}
        autoComplete="off"
        maxLength={NETWORK_LIMITS.comment}
        value={tie.comment ?? ''}
        onChange={({ currentTarget }) => onChange({ comment: currentTarget.value === '' ? null : currentTarget.value })}
      />
      <div>
        <Button variant="subtle" size="compact-md" onClick={onRemove}>
          {text('networks.tie.remove', { name: tie.name.trim() || text('networks.tie.number', { n: index + 1 }) })}
        </Button>
      </div>
    </fieldset>
  );
}
