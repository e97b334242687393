import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { MadeFile } from '../access-logs/MadeFile.tsx';
import { AskExport } from '../bulk-exports/AskExport.tsx';
import { ExportList } from '../bulk-exports/ExportList.tsx';

const WORDS = {
  making: text('bulkExports.making'),
  ready: text('bulkExports.ready'),
  download: text('bulkExports.download'),
  kept: text('bulkExports.kept'),
  failed: text('bulkExports.failed'),
};

const fileOf = (jobId: string) => <MadeFile key={jobId} jobId={jobId} words={WORDS} />;

export function BulkExportsPage() {
  return (
    <>
      <title>{`${text('bulkExports.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('bulkExports.title')}</Title>
      <Text c="dimmed" mb="md" maw={720}>
        {text('bulkExports.intro')}
      </Text>
      <AskExport />
      <ExportList fileOf={fileOf} />
    </>
  );
}
