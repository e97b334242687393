import { Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { EXPORT_FORMATS, type ExportFormat } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { isUnderWay, jobQuery } from '../platform/job-query.ts';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { startExport } from './rights-queries.ts';

/** A copy of everything for the client; it is made while one goes on, and can be fetched for a day. */
export function ExportSection({ clientId }: { clientId: string }) {
  const [format, setFormat] = useState<ExportFormat>('PDF');
  const { guard, dialog } = useStepUp();
  const start = useMutation({
    mutationFn: () => guard(() => startExport(clientId, format, createIdempotencyKey())),
  });
  return (
    <section>
      <Title order={2} mb="sm">
        {text('clientRights.copy.title')}
      </Title>
      <Stack gap="md" align="flex-start">
        <Text>{text('clientRights.copy.hint')}</Text>
        {start.error !== null && <ProblemSummary error={start.error} />}
        <Radio.Group label={text('clientRights.copy.format')} value={format} onChange={(value) => setFormat(value)}>
          <Stack gap="xs" mt="xs">
            {EXPORT_FORMATS.map((one) => (
              <Radio
                key={one}
                size="md"
                value={one}
                label={text(`clientRights.copy.formats.${one}.label`)}
                description={text(`clientRights.copy.formats.${one}.hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Group>
          <Button disabled={start.isPending} onClick={() => start.mutate()}>
            {text('clientRights.copy.make')}
          </Button>
        </Group>
        {start.data !== undefined && <Progress jobId={start.data.jobId} key={start.data.jobId} />}
      </Stack>
      {dialog}
    </section>
  );
}

function Progress({ jobId }: { jobId: string }) {
  const { data: job } = useQuery(jobQuery(jobId));
  const isDone = job?.state === 'DONE';
  useEffect(() => {
    if (isDone) announce(text('clientRights.copy.done'));
  }, [isDone]);
  if (job === undefined) return null;
  if (isUnderWay(job))
    return <ProgressBar label={text('clientRights.copy.making')} done={job.done} total={job.total} />;
  if (job.href === undefined) return <Text role="alert">{job.problem ?? text('clientRights.copy.failed')}</Text>;
  return (
    <Group>
      <Text>{text('clientRights.copy.done')}</Text>
      <Button component="a" href={job.href} download variant="default">
        {text('clientRights.copy.fetch')}
      </Button>
    </Group>
  );
}
