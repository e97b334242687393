import { Button, Group } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type HisText, hisTextsQuery } from './his-text-queries.ts';
import classes from './screening-rounds.module.css';

type Copied = 'DONE' | 'FAILED' | undefined;

/** One text with its buttons; what was copied is said where one looks and aloud. */
function Text({ his, isFirst }: { his: HisText; isFirst: boolean }) {
  const [copied, setCopied] = useState<Copied>();
  const kind = text(`screeningRounds.his.kind.${his.kind}`);
  async function copy(words: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(words);
      setCopied('DONE');
      announce(text('screeningRounds.his.copied'));
    } catch {
      setCopied('FAILED');
    }
  }
  const { episode } = his;
  return (
    <div className={classes['his']}>
      <p className={classes['quiet']}>
        {kind}, {formatDutchDay(his.on)}
      </p>
      <pre className={classes['hisText']}>{his.text}</pre>
      {episode !== null && <pre className={classes['hisText']}>{episode}</pre>}
      <Group>
        <Button
          variant={isFirst ? 'filled' : 'default'}
          size="sm"
          aria-label={text('screeningRounds.his.copyOf', { kind })}
          onClick={() => void copy(his.text)}
        >
          {text('screeningRounds.his.copy')}
        </Button>
        {episode !== null && (
          <Button variant="default" size="sm" onClick={() => void copy(episode)}>
            {text('screeningRounds.his.episode')}
          </Button>
        )}
        <span>
          {copied === 'DONE' && text('screeningRounds.his.copied')}
          {copied === 'FAILED' && text('screeningRounds.his.failed')}
        </span>
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
