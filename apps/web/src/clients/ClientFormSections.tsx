import { fullName, listName, NAME_USES, type NameUse } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import type { ClientField, ClientValues } from './client-form.ts';
import { type Colleague, STATUSES } from './client-types.ts';
import { type Bound, type Choice, ChoiceField, DayField, TextField, TickField, withNone } from './FormFields.tsx';
import classes from './ClientForm.module.css';

type Props = { bound: Bound<ClientField> };

const SEXES = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] as const;
const SENSES = ['NORMAL', 'HARD', 'AID'] as const;
const CHANNELS = ['PHONE', 'HOME_VISIT', 'VIDEO', 'MESSAGE', 'PRACTICE_VISIT'] as const;

const label = (field: ClientField): string => text(`clients.form.field.${field}`);

type SectionName = 'name' | 'person' | 'home' | 'practice' | 'speaking' | 'door' | 'post';

function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  return (
    <fieldset className={classes['section']}>
      <legend className={classes['legend']}>{text(`clients.form.section.${name}`)}</legend>
      <div className={classes['grid']}>{children}</div>
    </fieldset>
  );
}

/** How the name will stand in lists and letters, while it is typed. */
function NamePreview({ values }: { values: ClientValues }) {
  const name = {
    initials: values['name.initials'],
    given: values['name.given'],
    prefix: values['name.prefix'],
    family: values['name.family'].trim(),
    partnerPrefix: values['name.partnerPrefix'],
    partnerFamily: values['name.partnerFamily'].trim(),
    use: values['name.use'] as NameUse,
  };
  return (
    <p className={classes['preview']}>
      {name.family === ''
        ? text('clients.form.previewEmpty')
        : text('clients.form.preview', { list: listName(name), full: fullName(name) })}
    </p>
  );
}

export function NameSection({ bound }: Props) {
  const { values } = bound.form;
  const hasPartner = values['name.partnerFamily'].trim() !== '' || values['name.use'] !== 'OWN';
  return (
    <Section name="name">
      <TextField
        bound={bound}
        field="name.initials"
        label={label('name.initials')}
        hint={text('clients.form.hint.initials')}
        maxLength={40}
        autoFocus
      />
      <TextField bound={bound} field="name.given" label={label('name.given')} />
      <TextField
        bound={bound}
        field="name.prefix"
        label={label('name.prefix')}
        hint={text('clients.form.hint.prefix')}
        maxLength={40}
      />
      <TextField bound={bound} field="name.family" label={label('name.family')} required />
      <TextField bound={bound} field="name.partnerPrefix" label={label('name.partnerPrefix')} maxLength={40} />
      <TextField bound={bound} field="name.partnerFamily" label={label('name.partnerFamily')} />
      {hasPartner && (
        <ChoiceField
          bound={bound}
          field="name.use"
          label={label('name.use')}
          choices={NAME_USES.map((value) => ({ value, label: text(`clients.form.uses.${value}`) }))}
        />
      )}
      <NamePreview values={values} />
    </Section>
  );
}

/** `maskedBsn`: undefined where the person may not set a BSN, null when none is known. */
export function PersonSection({ bound, maskedBsn }: Props & { maskedBsn: string | null | undefined }) {
  const sexes = SEXES.map((value) => ({ value, label: text(`clients.form.sexes.${value}`) }));
  return (
    <Section name="person">
      <DayField bound={bound} field="birthDate" label={label('birthDate')} required />
      <ChoiceField
        bound={bound}
        field="sex"
        label={label('sex')}
        choices={withNone(sexes, text('clients.form.choose'))}
        required
      />
      {maskedBsn !== undefined && (
        <TextField
          bound={bound}
          field="bsn"
          label={label('bsn')}
          hint={
            maskedBsn === null ? text('clients.form.hint.bsn') : text('clients.form.hint.bsnKnown', { bsn: maskedBsn })
          }
          inputMode="numeric"
          maxLength={20}
        />
      )}
      <TextField bound={bound} field="hisNumber" label={label('hisNumber')} maxLength={40} />
    </Section>
  );
}

export function HomeSection({ bound, contactOnly = false }: Props & { contactOnly?: boolean }) {
  return (
    <Section name="home">
      <TextField bound={bound} field="address.street" label={label('address.street')} maxLength={120} />
      <div className={classes['pair']}>
        <TextField bound={bound} field="address.houseNumber" label={label('address.houseNumber')} maxLength={10} />
        <TextField bound={bound} field="address.suffix" label={label('address.suffix')} maxLength={10} />
      </div>
      <TextField bound={bound} field="address.postcode" label={label('address.postcode')} maxLength={10} />
      <TextField bound={bound} field="address.city" label={label('address.city')} maxLength={80} />
      <TextField bound={bound} field="phone" label={label('phone')} inputMode="tel" maxLength={30} />
      {!contactOnly && <TickField bound={bound} field="livesAtHome" label={label('livesAtHome')} />}
    </Section>
  );
}

type PracticeProps = Props & { gps: readonly Colleague[]; withStatus: boolean };

export const gpChoices = (gps: readonly Colleague[]): Choice[] =>
  gps.map(({ userId, displayName }) => ({ value: userId, label: displayName }));

export function PracticeSection({ bound, gps, withStatus }: PracticeProps) {
  return (
    <Section name="practice">
      <ChoiceField
        bound={bound}
        field="gpId"
        label={label('gpId')}
        choices={withNone(gpChoices(gps), text('clients.record.noGp'))}
      />
      {withStatus && (
        <>
          <ChoiceField
            bound={bound}
            field="status"
            label={label('status')}
            choices={STATUSES.map((value) => ({ value, label: text(`clients.status.${value}`) }))}
          />
          <DayField bound={bound} field="statusOn" label={label('statusOn')} />
        </>
      )}
    </Section>
  );
}

export function MarkSections({ bound }: Props) {
  const senses = SENSES.map((value) => ({ value, label: text(`clients.form.senses.${value}`) }));
  const channels = CHANNELS.map((value) => ({ value, label: text(`clients.form.channels.${value}`) }));
  const { values } = bound.form;
  const hasAid = values['marks.hearing'] === 'AID' || values['marks.seeing'] === 'AID' || values['marks.aid'] !== '';
  return (
    <>
      <Section name="speaking">
        <TextField
          bound={bound}
          field="marks.language"
          label={label('marks.language')}
          hint={text('clients.form.hint.language')}
          maxLength={40}
        />
        <TickField bound={bound} field="marks.interpreter" label={label('marks.interpreter')} />
        <ChoiceField bound={bound} field="marks.hearing" label={label('marks.hearing')} choices={senses} />
        <ChoiceField bound={bound} field="marks.seeing" label={label('marks.seeing')} choices={senses} />
        {hasAid && <TextField bound={bound} field="marks.aid" label={label('marks.aid')} maxLength={100} />}
        <ChoiceField
          bound={bound}
          field="marks.preferredChannel"
          label={label('marks.preferredChannel')}
          choices={withNone(channels)}
        />
        <TextField
          bound={bound}
          field="marks.preferredMoment"
          label={label('marks.preferredMoment')}
          hint={text('clients.form.hint.moment')}
          maxLength={100}
        />
        <TickField bound={bound} field="marks.largePrint" label={label('marks.largePrint')} />
      </Section>
      <Section name="door">
        <TextField
          bound={bound}
          field="marks.gettingIn"
          label={label('marks.gettingIn')}
          hint={text('clients.form.hint.gettingIn')}
        />
        <TextField
          bound={bound}
          field="marks.atTheDoor"
          label={label('marks.atTheDoor')}
          hint={text('clients.form.hint.atTheDoor')}
        />
      </Section>
      <PostSection bound={bound} />
    </>
  );
}

function PostSection({ bound }: Props) {
  const { values } = bound.form;
  return (
    <Section name="post">
      <TickField bound={bound} field="marks.noPost" label={label('marks.noPost')} />
      {(values['marks.noPost'] !== '' || values['marks.noPostReason'] !== '') && (
        <TextField bound={bound} field="marks.noPostReason" label={label('marks.noPostReason')} />
      )}
      <TextField
        bound={bound}
        field="marks.letterAddress.recipient"
        label={label('marks.letterAddress.recipient')}
        hint={text('clients.form.hint.letterAddress')}
      />
      {Object.entries(values).some(([field, value]) => field.startsWith('marks.letterAddress') && value !== '') && (
        <>
          {(['street', 'houseNumber', 'suffix', 'postcode', 'city'] as const).map((part) => (
            <TextField
              key={part}
              bound={bound}
              field={`marks.letterAddress.${part}`}
              label={label(`marks.letterAddress.${part}`)}
              maxLength={part === 'street' ? 120 : part === 'city' ? 80 : 10}
            />
          ))}
          <DayField bound={bound} field="marks.letterAddress.until" label={label('marks.letterAddress.until')} />
        </>
      )}
      <DayField bound={bound} field="marks.doNotInviteOn" label={label('marks.doNotInviteOn')} />
      {(values['marks.doNotInviteOn'] !== '' || values['marks.doNotInviteReason'] !== '') && (
        <TextField bound={bound} field="marks.doNotInviteReason" label={label('marks.doNotInviteReason')} />
      )}
    </Section>
  );
}
