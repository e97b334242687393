import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type Period, printOverview } from './access-log-queries.ts';
import { MadeFile } from './MadeFile.tsx';
import type { FindLoggedClient } from './access-log-types.ts';

const WORDS = {
  making: text('accessOverview.page.making'),
  ready: text('accessOverview.page.ready'),
  download: text('accessOverview.page.download'),
  kept: text('accessOverview.page.kept'),
  failed: text('accessOverview.page.failed'),
};

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
      {print.data !== undefined && <MadeFile key={print.data.jobId} jobId={print.data.jobId} words={WORDS} />}
    </>
  );
}
