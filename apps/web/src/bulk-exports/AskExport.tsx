import { Button, Checkbox, Radio, Stack, Textarea } from '@mantine/core';
import { BULK_EXPORT_CLIENTS, BULK_EXPORT_COLUMNS, BULK_EXPORT_PURPOSE, type BulkExportClients, type BulkExportColumn } from '@samenoud/domain'; // prettier-ignore
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { askBulkExport, BULK_EXPORTS_KEY } from './bulk-export-queries.ts';
import classes from './bulk-exports.module.css';

const FIRST_COLUMN = `column-${BULK_EXPORT_COLUMNS[0]}`;

/** What the list is for, what it holds and of whom; nothing is chosen beforehand. */
export function AskExport() {
  const cache = useQueryClient();
  const { guard, dialog } = useStepUp();
  const [purpose, setPurpose] = useState('');
  const [columns, setColumns] = useState<string[]>([]);
  const [clients, setClients] = useState<BulkExportClients>('ACTIVE');
  const [hasTried, setTried] = useState(false);
  const [key, setKey] = useState(createIdempotencyKey);
  const isShort = [...purpose.trim()].length < BULK_EXPORT_PURPOSE.min;
  const isEmpty = columns.length === 0;
  const ask = useMutation({
    mutationFn: () =>
      guard(() => askBulkExport({ purpose: purpose.trim(), columns: columns as BulkExportColumn[], clients }, key)),
    onSuccess: async () => {
      setPurpose('');
      setColumns([]);
      setTried(false);
      await cache.invalidateQueries({ queryKey: BULK_EXPORTS_KEY });
    },
    onSettled: () => setKey(createIdempotencyKey()),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isShort) document.getElementById('purpose')?.focus();
    else if (isEmpty) document.getElementById(FIRST_COLUMN)?.focus();
    else if (!ask.isPending) ask.mutate();
  }
  return (
    <>
      <form noValidate onSubmit={submit} className={classes['form']}>
        <Stack gap="md" align="flex-start">
          {ask.error !== null && <ProblemSummary error={ask.error} />}
          <Textarea
            id="purpose"
            w="100%"
            label={text('bulkExports.purpose')}
            description={text('bulkExports.purposeHint')}
            aria-required
            autosize
            minRows={2}
            maxLength={BULK_EXPORT_PURPOSE.max}
            value={purpose}
            error={hasTried && isShort ? text('bulkExports.purposeRequired') : undefined}
            onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
          />
          <Checkbox.Group
            label={text('bulkExports.columns')}
            description={text('bulkExports.columnsHint')}
            error={hasTried && isEmpty ? text('bulkExports.columnsRequired') : undefined}
            value={columns}
            onChange={setColumns}
          >
            <div className={classes['columns']}>
              {BULK_EXPORT_COLUMNS.map((column) => (
                <Checkbox
                  key={column}
                  id={`column-${column}`}
                  value={column}
                  label={text(`bulkExports.column.${column}`)}
                />
              ))}
            </div>
          </Checkbox.Group>
          <Radio.Group
            label={text('bulkExports.clients')}
            value={clients}
            onChange={(value) => setClients(value === 'ALL' ? 'ALL' : 'ACTIVE')}
          >
            {BULK_EXPORT_CLIENTS.map((code) => (
              <Radio key={code} value={code} label={text(`bulkExports.ofClients.${code}`)} mt="xs" />
            ))}
          </Radio.Group>
          <Button type="submit" disabled={ask.isPending}>
            {text(ask.isPending ? 'bulkExports.asking' : 'bulkExports.ask')}
          </Button>
          <p role="status">{ask.isSuccess && text('bulkExports.asked')}</p>
        </Stack>
      </form>
      {dialog}
    </>
  );
}
