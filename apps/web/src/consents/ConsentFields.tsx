import { Checkbox, NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import { CATEGORY_CODES, type ConsentCategory } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { DateField } from '../ui/DateField.tsx';
import { askableCategories, askableOrganisations, type ConsentValues, speakersAmong } from './consent-form.ts';
import { type ConsentTexts, GIVERS, type Organisation, RULES, type Speaker, WAYS } from './consent-types.ts';
import { ConsentWording } from './ConsentWording.tsx';
import { SpokenSentence } from './SpokenSentence.tsx';

export type ConsentFieldsProps = {
  values: ConsentValues;
  onChange: (values: ConsentValues) => void;
  /** Sentences of the fields that were refused, by field name. */
  errors: Readonly<Record<string, string>>;
  organisations: readonly Organisation[];
  people: readonly Speaker[];
  texts: ConsentTexts;
  /** As she is spoken of: „mevrouw J.M. van der Berg”. */
  clientName: string;
  /** Where it is asked for her: only a grant to her organisation, with the sentence that names her. */
  adviser?: { displayName: string; organisationId: string };
};

const RULE_WORDS = { GRANT: 'ruleYes', DENY: 'ruleNo', OPTOUT: 'ruleOptout' } as const;

/** What to say, and what the client answered: two minutes, from top to bottom. */
export function ConsentFields(props: ConsentFieldsProps) {
  const { values, onChange, errors, organisations, people, texts, clientName, adviser } = props;
  const set = (change: Partial<ConsentValues>): void => onChange({ ...values, ...change });
  const receiver = organisations.find(({ id }) => id === values.toOrganisationId);
  const askable = askableCategories(values.rule, receiver?.kind);
  const error = (field: string) => (errors[field] === undefined ? {} : { error: errors[field] });

  /** What was ticked and cannot be asked any more is let go. */
  function choose(change: Pick<Partial<ConsentValues>, 'rule' | 'toOrganisationId'>): void {
    const next = { ...values, ...change };
    const kind = organisations.find(({ id }) => id === next.toOrganisationId)?.kind;
    const left = askableCategories(next.rule, kind);
    const isKept = left.length > 0 || next.toOrganisationId === '';
    onChange({
      ...next,
      toOrganisationId: isKept ? next.toOrganisationId : '',
      categories: next.categories.filter((category) => left.includes(category)),
    });
  }
  const choices = adviser ? organisations.filter(({ id }) => id === adviser.organisationId) : organisations;
  return (
    <Stack gap="md">
      <SpokenSentence clientName={clientName} organisation={receiver?.name} adviser={adviser?.displayName} />
      {adviser === undefined && (
        <Radio.Group label={text('consents.ask.rule')} value={values.rule} onChange={(rule) => choose({ rule })}>
          <Stack gap={4} mt={4}>
            {RULES.map((rule) => (
              <Radio
                key={rule}
                value={rule}
                label={text(`consents.ask.${RULE_WORDS[rule]}`)}
                description={text(`consents.ruleHint.${rule}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <NativeSelect
        id="toOrganisationId"
        label={text('consents.ask.to')}
        withAsterisk
        aria-required
        data={[
          { value: '', label: text('consents.ask.choose') },
          ...askableOrganisations(values.rule, choices).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={values.toOrganisationId}
        onChange={({ currentTarget }) => choose({ toOrganisationId: currentTarget.value })}
        {...error('toOrganisationId')}
      />
      {receiver !== undefined && (
        <Checkbox.Group
          label={text(values.rule === 'GRANT' ? 'consents.ask.categories' : 'consents.ask.categoriesNo')}
          withAsterisk
          value={values.categories.map(String)}
          onChange={(ticked) => set({ categories: ticked.map(Number) as ConsentCategory[] })}
          {...error('categories')}
        >
          <Stack gap={4} mt={4}>
            {askable.map((category, index) => (
              <Checkbox
                key={category}
                {...(index === 0 && { id: 'categories' })}
                value={String(category)}
                label={text(`consents.category.${CATEGORY_CODES[category]}.title`)}
                description={texts.categories.find((one) => one.category === category)?.meaning}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <NativeSelect
        id="givenBy"
        label={text('consents.ask.givenBy')}
        data={GIVERS.map((value) => ({ value, label: text(`consents.by.${value}`) }))}
        value={values.givenBy}
        onChange={({ currentTarget }) => set({ givenBy: currentTarget.value as ConsentValues['givenBy'] })}
      />
      {values.givenBy === 'REPRESENTATIVE' && (
        <SpeakerField
          people={speakersAmong(people)}
          value={values.representativeId}
          onChange={(representativeId) => set({ representativeId })}
          error={errors['representative.contactPersonId'] ?? errors['representative.kind']}
        />
      )}
      <NativeSelect
        id="how"
        label={text('consents.ask.how')}
        data={WAYS.map((value) => ({ value, label: text(`consents.how.${value}`) }))}
        value={values.how}
        onChange={({ currentTarget }) => set({ how: currentTarget.value as ConsentValues['how'] })}
      />
      <DateField
        id="on"
        label={text('consents.ask.on')}
        withAsterisk
        aria-required
        value={values.on}
        onChange={(on) => set({ on })}
        {...error('on')}
      />
      <details>
        <summary>{text('consents.ask.more')}</summary>
        <Stack gap="md" mt="xs">
          <NativeSelect
            id="fromOrganisationId"
            label={text('consents.ask.from')}
            data={[
              { value: '', label: text('consents.ask.fromAll') },
              ...organisations
                .filter(({ id }) => id !== values.toOrganisationId)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={values.fromOrganisationId}
            onChange={({ currentTarget }) => set({ fromOrganisationId: currentTarget.value })}
            {...error('fromOrganisationId')}
          />
          {values.rule === 'GRANT' && (
            <DateField
              id="validUntil"
              label={text('consents.ask.validUntil')}
              value={values.validUntil}
              onChange={(validUntil) => set({ validUntil })}
              {...error('validUntil')}
            />
          )}
          <Textarea
            id="note"
            label={text('consents.ask.note')}
            description={text('consents.ask.noteHint')}
            autosize
            minRows={2}
            maxLength={500}
            value={values.note}
            onChange={({ currentTarget }) => set({ note: currentTarget.value })}
            {...error('note')}
          />
        </Stack>
      </details>
      {receiver !== undefined && values.categories.length > 0 && (
        <ConsentWording texts={texts} rule={values.rule} organisation={receiver.name} categories={values.categories} />
      )}
    </Stack>
  );
}

type SpeakerProps = {
  people: readonly Speaker[];
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
};

function SpeakerField({ people, value, onChange, error }: SpeakerProps) {
  return (
    <NativeSelect
      id="representative.contactPersonId"
      label={text('consents.ask.representative')}
      withAsterisk
      aria-required
      {...(people.length === 0 && { description: text('consents.ask.representativeNone') })}
      data={[
        { value: '', label: text('consents.ask.choose') },
        ...people.map(({ id, name, representativeKind }) => ({
          value: id,
          label: representativeKind === null ? name : `${name}, ${text(`clients.contacts.kind.${representativeKind}`)}`,
        })),
      ]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...(error !== undefined && { error })}
    />
  );
}
