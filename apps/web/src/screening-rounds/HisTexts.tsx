import { Group } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { CopyButton } from '../ui/CopyButton.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type HisText, hisTextsQuery } from './his-text-queries.ts';
import classes from './screening-rounds.module.css';

/** One text with its buttons. */
function Text({ his, isFirst }: { his: HisText; isFirst: boolean }) {
  const kind = text(`screeningRounds.his.kind.${his.kind}`);
  const { episode } = his;
  return (
    <div className={classes['his']}>
      <p className={classes['quiet']}>
        {kind}, {formatDutchDay(his.on)}
      </p>
      <pre className={classes['hisText']}>{his.text}</pre>
      {episode !== null && <pre className={classes['hisText']}>{episode}</pre>}
      <Group>
        <CopyButton
          words={his.text}
          label={text('screeningRounds.his.copy')}
          name={text('screeningRounds.his.copyOf', { kind })}
          isPrimary={isFirst}
        />
        {episode !== null && <CopyButton words={episode} label={text('screeningRounds.his.episode')} />}
      </Group>
    </div>
  );
}

/** The texts of one client: the newest in sight, the others within reach. */
export function HisTexts({ clientId }: { clientId: string }) {
  const { data: texts, error } = useQuery(hisTextsQuery(clientId));
  if (error !== null) return <ProblemSummary error={error} />;
  if (texts === undefined) return null;
  const [first, ...others] = texts;
  if (first === undefined) return <p className={classes['quiet']}>{text('screeningRounds.his.none')}</p>;
  return (
    <div className={classes['his']}>
      <p className={classes['quiet']}>{text('screeningRounds.his.hint')}</p>
      <Text key={first.kind} his={first} isFirst />
      {others.length > 0 && (
        <details>
          <summary>{text('screeningRounds.his.others')}</summary>
          {others.map((his) => (
            <Text key={his.kind} his={his} isFirst={false} />
          ))}
        </details>
      )}
    </div>
  );
}
