import { formatPhone } from '@samenoud/domain';
import classes from './page.module.css';

/** A number that can be called by touching it. */
export function PhoneNumber({ phone }: { phone: string }) {
  return (
    <a className={classes['phone']} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      {formatPhone(phone)}
    </a>
  );
}
