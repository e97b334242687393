import { Anchor } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isUnderWay, type Job, jobQuery } from '../platform/job-query.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { Print } from './print-store.ts';
import { ROUNDS_KEY } from './round-queries.ts';
import classes from './screening-rounds.module.css';

type Props = {
  print: Print;
  /** Whose letter it is, when it is the letter of one person. */
  name?: string;
};

function Finished({ print, job, name }: Props & { job: Job }) {
  const wave = text(`screeningRounds.letters.wave.${print.wave}`);
  const what =
    name === undefined
      ? text(`screeningRounds.letters.kind.${print.kind}`)
      : text('screeningRounds.letters.oneOf', { name });
  const done =
    name === undefined
      ? text(`screeningRounds.letters.done.${print.kind}`)
      : text('screeningRounds.letters.doneOne', { wave: wave.toLowerCase() });
  if (job.state === 'FAILED')
    return (
      <p role="alert">
        <strong>{text('screeningRounds.letters.failed', { what })}</strong> {job.problem}
      </p>
    );
  return (
    <p>
      <strong>{done}</strong>{' '}
      {job.href !== undefined && (
        <Anchor href={job.href} download aria-label={text('screeningRounds.letters.downloadOf', { what, wave })}>
          {text('screeningRounds.letters.download')}
        </Anchor>
      )}{' '}
      <span className={classes['quiet']}>{text('screeningRounds.letters.kept')}</span>
    </p>
  );
}

/** How far a pile of paper is, and then where it can be fetched. */
export function PrintResult({ print, name }: Props) {
  const cache = useQueryClient();
  const { data: job, isError } = useQuery(jobQuery(print.jobId));
  const isDone = job !== undefined && !isUnderWay(job);
  // Letters that were made move their invitations.
  useEffect(() => {
    if (isDone) void cache.invalidateQueries({ queryKey: ROUNDS_KEY });
  }, [isDone, cache]);
  if (isError) return <p>{text('screeningRounds.letters.jobUnknown')}</p>;
  if (isDone)
    return (
      <div role="status">
        <Finished print={print} job={job} {...(name !== undefined && { name })} />
      </div>
    );
  const isRunning = job?.state === 'RUNNING';
  const label = isRunning
    ? text('screeningRounds.letters.progress', { done: job.done, total: job.total })
    : text('screeningRounds.letters.queued');
  return (
    <div className={classes['job']}>
      <ProgressBar label={label} done={job?.done ?? 0} total={isRunning ? job.total : 0} />
      <span className={classes['quiet']}>{text('screeningRounds.letters.goesOn')}</span>
    </div>
  );
}
