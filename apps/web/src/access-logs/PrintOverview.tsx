import { Anchor, Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { isUnderWay, jobQuery } from '../platform/job-query.ts';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type Period, printOverview } from './access-log-queries.ts';
import type { FindLoggedClient } from './access-log-types.ts';

function PrintedOverview({ jobId }: { jobId: string }) {
  const { data: job } = useQuery(jobQuery(jobId));
  if (job === undefined || isUnderWay(job)) return <p role="status">{text('accessOverview.page.making')}</p>;
  if (job.href === undefined)
    return (
      <p role="alert">
        {text('accessOverview.page.failed')} {job.problem}
      </p>
    );
  return (
    <p role="status">
      {text('accessOverview.page.ready')}{' '}
      <Anchor href={job.href} download>
        {text('accessOverview.page.download')}
      </Anchor>{' '}
      {text('accessOverview.page.kept')}
    </p>
  );
}

type Props = { clientId: string; client: FindLoggedClient; period: Period };

/** The overview on paper, for the client who was found by this name and birth date. */
export function PrintOverview({ clientId, client, period }: Props) {
  const { guard, dialog } = useStepUp();
  const print = useMutation({ mutationFn: () => guard(() => printOverview(clientId, { ...client, ...period })) });
  return (
    <>
      {dialog}
      {print.error !== null && <ProblemSummary error={print.error} />}
      <Button loading={print.isPending} onClick={() => print.mutate()}>
        {text('accessOverview.page.print')}
      </Button>
      {print.data !== undefined && <PrintedOverview key={print.data.jobId} jobId={print.data.jobId} />}
    </>
  );
}
