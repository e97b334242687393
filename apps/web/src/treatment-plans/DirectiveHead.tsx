import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DirectiveFlag } from './DirectiveFlag.tsx';
import { directivesQuery } from './treatment-plan-queries.ts';
import classes from './treatment-plans.module.css';

/** In the head of a zorgleefplan: whether a directive holds, and whom to ask or where to read it. Source: trust.md 3, footnote 7. */
export function DirectiveHead({ clientId }: { clientId: string }) {
  const { data } = useQuery(directivesQuery(clientId));
  if (data === undefined) return null;
  if (data.hidden !== undefined) return <DirectiveFlag list={data} />;
  const inForce = data.items.filter((one) => one.inForce);
  if (inForce.length === 0) return <p>{text('directives.flagNone')}</p>;
  return (
    <p className={classes['flag']}>
      <Link to={`/clients/${clientId}/treatment-plan`}>{text('directives.flagRead', { n: inForce.length })}</Link>
    </p>
  );
}
