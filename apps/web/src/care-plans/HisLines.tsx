import { Button, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { hisSummaryQuery } from './care-plan-queries.ts';
import classes from './care-plans.module.css';

/** Four lines at most for the GP's own system; the product writes nothing there. */
export function HisLines({ clientId }: { clientId: string }) {
  const { data } = useQuery(hisSummaryQuery(clientId));
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  const words = data?.texts[0]?.text;
  async function copy(): Promise<void> {
    const told = await navigator.clipboard.writeText(words ?? '').then(() => 'copied' as const, () => 'failed' as const); // prettier-ignore
    setOutcome(told);
    announce(text(`carePlans.his.${told}`));
  }
  return (
    <section>
      <Title order={3}>{text('carePlans.his.title')}</Title>
      <p className={classes['quiet']}>
        {words === undefined ? text('carePlans.his.none') : text('carePlans.his.hint')}
      </p>
      {words !== undefined && (
        <>
          <pre className={classes['his']}>{words}</pre>
          <Button variant="default" size="sm" onClick={() => void copy()}>
            {text(outcome === 'copied' ? 'carePlans.his.copied' : 'carePlans.his.copy')}
          </Button>
          {outcome === 'failed' && <p role="alert">{text('carePlans.his.failed')}</p>}
        </>
      )}
    </section>
  );
}
