import { text } from '@samenoud/texts';
import { type Letterhead, logoAddress } from './letterhead-queries.ts';
import type { LetterheadValues } from './letterhead-values.ts';
import classes from './letterheads.module.css';

type Props = { values: LetterheadValues; letterhead: Letterhead };

/** Head and foot of the letter in the words that stand in the form now; what is still missing stands between brackets. */
export function LetterPreview({ values, letterhead }: Props) {
  const or = (field: keyof typeof PLACES): string =>
    values[field].trim() || text('letterheads.preview.empty', { field: PLACES[field].toLowerCase() });
  const hours = values.openingHours.trim();
  return (
    <section aria-labelledby="preview-title" className={classes['preview']}>
      <h2 id="preview-title">{text('letterheads.preview.title')}</h2>
      <div className={classes['paper']}>
        <div className={classes['head']}>
          <div>
            <p className={classes['practice']}>{or('name')}</p>
            <p className={classes['address']}>
              {text('letterheads.preview.address', {
                street: or('street'),
                postcode: or('postcode'),
                city: or('city'),
              })}
            </p>
            <p className={classes['phone']}>{or('phone')}</p>
          </div>
          {letterhead.hasLogo && <img src={logoAddress(letterhead)} alt={text('letterheads.logo.alt')} />}
        </div>
        <p className={classes['lines']} aria-hidden="true" />
        <p>
          {text('letters.questions')}
          <strong>{or('phone')}</strong>
          {hours !== '' && text('letters.openingHours', { hours })}.
        </p>
        <p>
          {text('letters.regards')}
          <br />
          {or('senderName')}
          <br />
          {or('senderRole')}
          <br />
          {or('name')}
        </p>
        <p>
          <strong>{values.emergencyText.trim() || text('letterheads.emergencyText')}</strong>
        </p>
        <p className={classes['foot']}>{text('letters.footer', { phone: or('phone'), practice: or('name') })}</p>
      </div>
    </section>
  );
}

const PLACES = {
  name: text('letterheads.fields.name'),
  street: text('letterheads.fields.street'),
  postcode: text('letterheads.fields.postcode'),
  city: text('letterheads.fields.city'),
  phone: text('letterheads.fields.phone'),
  senderName: text('letterheads.fields.senderName'),
  senderRole: text('letterheads.fields.senderRole'),
} as const;
