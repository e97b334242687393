import { text } from '@samenoud/texts';
import classes from './clients.module.css';

/** A number that can be called; `who` makes the link tell whose it is. */
export function PhoneLink({ phone, who }: { phone: string; who: string }) {
  return (
    <a
      className={classes['phone']}
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      aria-label={text('clients.record.call', { who, phone })}
    >
      {phone}
    </a>
  );
}
