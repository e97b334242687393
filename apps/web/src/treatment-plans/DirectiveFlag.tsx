import { formatPhone } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { DirectiveList } from './treatment-plan-queries.ts';
import classes from './treatment-plans.module.css';

/** For who may know only that there is one: that, and whom to ask; never what. */
export function DirectiveFlag({ list }: { list: DirectiveList }) {
  const { exists, ask, items } = list;
  if (!exists) return <p>{text('directives.flagNone')}</p>;
  if (items.length > 0) return <p className={classes['flag']}>{text('directives.partly')}</p>;
  if (ask === null) return <p className={classes['flag']}>{text('directives.flagNobody')}</p>;
  const role = findText(`clientRights.codes.${ask.role}`) ?? ask.role;
  return (
    <p className={classes['flag']}>
      {text('directives.flag', { name: ask.displayName, role })}{' '}
      {ask.phone !== null && (
        <a
          href={`tel:${ask.phone}`}
          aria-label={text('directives.call', { who: ask.displayName, phone: formatPhone(ask.phone) })}
        >
          {formatPhone(ask.phone)}
        </a>
      )}
    </p>
  );
}
