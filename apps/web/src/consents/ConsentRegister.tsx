import { Button } from '@mantine/core';
import { CATEGORY_CODES, type ConsentCategory, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import classes from './consents.module.css';
import type { Consent, Organisation } from './consent-types.ts';
import { consentTitle, speakerWords } from './consent-words.ts';

type Props = {
  consents: readonly Consent[];
  organisations: readonly Organisation[];
  nameOf: (userId: string) => string | undefined;
  onWithdraw: ((consent: Consent) => void) | undefined;
};

/** Everything the client ever said, newest first. What was taken back or ended stays. */
export function ConsentRegister({ consents, organisations, nameOf, onWithdraw }: Props) {
  if (consents.length === 0)
    return <EmptyState title={text('consents.register.empty')} hint={text('consents.register.emptyHint')} />;
  return (
    <ol className={classes['register']}>
      {consents.map((consent) => (
        <li key={consent.id} data-state={consent.state}>
          <RegisterLine consent={consent} organisations={organisations} nameOf={nameOf} />
          {onWithdraw !== undefined && consent.state === 'IN_FORCE' && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={text('consents.withdraw.openOf', { what: consentTitle(consent, organisations) })}
              onClick={() => onWithdraw(consent)}
            >
              {text('consents.withdraw.one')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

function RegisterLine({
  consent,
  organisations,
  nameOf,
}: Omit<Props, 'consents' | 'onWithdraw'> & { consent: Consent }) {
  const { state, categories, fromOrganisationId, how, on, validUntil, wording, textVersion, note } = consent;
  const { recordedBy, recordedAt, withdrawal, hidden } = consent;
  const somebody = text('consents.register.somebody');
  const writer = organisations.find(({ id }) => id === fromOrganisationId)?.name;
  return (
    <>
      <p className={classes['lineHead']}>
        <strong>{consentTitle(consent, organisations)}</strong>{' '}
        <span className={classes['state']}>{text(`consents.state.${state}`)}</span>
      </p>
      <ul className={classes['topics']}>
        {categories.map((category) => (
          <li key={category}>{text(`consents.category.${CATEGORY_CODES[category as ConsentCategory]}.title`)}</li>
        ))}
      </ul>
      <p>
        {writer === undefined
          ? text('consents.register.fromAll')
          : text('consents.register.from', { organisation: writer })}
        {' · '}
        {text('consents.register.given', {
          how: text(`consents.how.${how}`),
          by: speakerWords(consent),
          day: formatDutchDay(on),
        })}
        {validUntil !== null && ` · ${text('consents.register.until', { day: formatDutchDay(validUntil) })}`}
      </p>
      {hidden?.map(({ code, pointer }) => (
        <HiddenNote key={pointer} code={code} what={text('consents.register.representativeName')} />
      ))}
      <p className={classes['quiet']}>
        {text('consents.register.recorded', {
          name: nameOf(recordedBy) ?? somebody,
          day: formatDutchDay(dayOfInstant(recordedAt)),
        })}
        {' · '}
        {text('consents.register.purpose', { purpose: text('consents.purpose.INTEGRATED_CARE') })}
        {' · '}
        {text('consents.register.textVersion', { version: textVersion })}
      </p>
      {withdrawal !== null && (
        <p>
          {text('consents.register.withdrawn', {
            how: text(`consents.how.${withdrawal.how}`),
            by: text(`consents.by.${withdrawal.by}`),
            day: formatDutchDay(withdrawal.on),
            name: nameOf(withdrawal.recordedBy ?? '') ?? somebody,
          })}
        </p>
      )}
      {note !== null && (
        <p>
          {text('consents.register.note')}: {note}
        </p>
      )}
      {wording !== null && (
        <details>
          <summary>{text('consents.register.wording')}</summary>
          <p>„{wording}”</p>
        </details>
      )}
    </>
  );
}
