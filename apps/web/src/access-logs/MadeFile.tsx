import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isUnderWay, jobQuery } from '../platform/job-query.ts';

type Words = { making: string; ready: string; download: string; kept: string; failed: string };

/** How far a file is, and then where it can be fetched. */
export function MadeFile({ jobId, words }: { jobId: string; words: Words }) {
  const { data: job } = useQuery(jobQuery(jobId));
  if (job === undefined || isUnderWay(job)) return <p role="status">{words.making}</p>;
  if (job.href === undefined)
    return (
      <p role="alert">
        {words.failed} {job.problem}
      </p>
    );
  return (
    <p role="status">
      {words.ready}{' '}
      <Anchor href={job.href} download>
        {words.download}
      </Anchor>{' '}
      {words.kept}
    </p>
  );
}
