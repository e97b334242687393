import { text } from '@samenoud/texts';
import classes from './profiles.module.css';

/** What the calculation is for and what it is not; stands with every score. */
export function IntendedPurpose({ ruleVersion }: { ruleVersion: string }) {
  return (
    <aside aria-label={text('profiles.purposeTitle')} className={classes['purpose']}>
      {text('profiles.purpose', { version: ruleVersion })}
    </aside>
  );
}
