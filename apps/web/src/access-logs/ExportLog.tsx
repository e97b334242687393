import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { exportLog, type LogFile } from './access-log-queries.ts';
import { MadeFile } from './MadeFile.tsx';

const WORDS = {
  making: text('accessLog.export.making'),
  ready: text('accessLog.export.ready'),
  download: text('accessLog.export.download'),
  kept: text('accessLog.export.kept'),
  failed: text('accessLog.export.failed'),
};

/** What is shown, as a file for a spreadsheet. */
export function ExportLog({ file }: { file: LogFile }) {
  const { guard, dialog } = useStepUp();
  const make = useMutation({ mutationFn: () => guard(() => exportLog(file)) });
  return (
    <>
      {dialog}
      {make.error !== null && <ProblemSummary error={make.error} />}
      <Button variant="default" my="sm" disabled={make.isPending} onClick={() => make.mutate()}>
        {text('accessLog.export.make')}
      </Button>
      {make.data !== undefined && <MadeFile key={make.data.jobId} jobId={make.data.jobId} words={WORDS} />}
    </>
  );
}
