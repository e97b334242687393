import { plural, text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ExplainDialog } from './ExplainDialog.tsx';
import { GapSection } from './GapSection.tsx';
import { type ClientInGap, type GapCode, safetyNetQuery } from './safety-net-queries.ts';
import classes from './safety-net.module.css';

type Props = { today: string; nameOf: (userId: string) => string | undefined; mayExplain: boolean };

/** Nobody out of sight, or somebody wrote why. */
export function SafetyNetList({ today, nameOf, mayExplain }: Props) {
  const { data: net, dataUpdatedAt } = useSuspenseQuery(safetyNetQuery);
  const [explaining, setExplaining] = useState<{ code: GapCode; client: ClientInGap }>();
  const [said, setSaid] = useState('');
  const count = net.count ?? 0;
  return (
    <>
      <p className={classes['count']} role="status">
        {said !== '' && <span>{said} </span>}
        {count === 0 ? text('safetyNet.zero') : plural('safetyNet.sum', count)}
      </p>
      {count === 0 && <p className={classes['quiet']}>{text('safetyNet.zeroHint')}</p>}
      {net.gaps.map((gap) => (
        <GapSection
          key={`${gap.code} ${dataUpdatedAt}`}
          gap={gap}
          today={today}
          nameOf={nameOf}
          onExplain={mayExplain ? (code, client) => setExplaining({ code, client }) : undefined}
        />
      ))}
      {explaining !== undefined && (
        <ExplainDialog
          {...explaining}
          today={today}
          onClose={() => setExplaining(undefined)}
          onDone={(words) => {
            setSaid(words);
            setExplaining(undefined);
          }}
        />
      )}
    </>
  );
}
