import { Alert } from '@mantine/core';
import { text } from '@samenoud/texts';
import { CommitPanel } from './CommitPanel.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import type { ClientImport, NamesById } from './import-types.ts';
import { ReviewRows } from './ReviewRows.tsx';
import { RowsToMend } from './RowsToMend.tsx';
import classes from './client-imports.module.css';

type Props = { shown: ClientImport; colleagues: NamesById; viewerId: string };

/** From the columns to the commit, on one page: what is shown is what will happen. */
export function ImportReview({ shown, colleagues, viewerId }: Props) {
  const isOpen = shown.status === 'REVIEW';
  const isGone = shown.status === 'EXPIRED' || shown.status === 'ABANDONED';
  if (isGone)
    return <p>{text(shown.status === 'EXPIRED' ? 'clientImports.expiredHint' : 'clientImports.abandonedHint')}</p>;
  return (
    <div className={classes['page']}>
      {isOpen && !shown.hasHeader && (
        <Alert variant="outline" color="gray">
          {text('clientImports.columns.noHeader')}
        </Alert>
      )}
      {isOpen && shown.missingFields.length > 0 && (
        <Alert variant="outline" color="var(--so-error)" role="status">
          {text('clientImports.columns.missing', { fields: fieldWords(shown.missingFields) })}
        </Alert>
      )}
      {isOpen && <ImportColumns shown={shown} />}
      <CommitPanel
        shown={shown}
        isMine={shown.jobId === null || shown.committedBy === viewerId || shown.madeBy === viewerId}
      />
      {isOpen && <ReviewRows shown={shown} colleagues={colleagues} />}
      {shown.status === 'COMMITTED' && shown.summary.error > 0 && <RowsToMend shown={shown} colleagues={colleagues} />}
    </div>
  );
}

const fieldWords = (fields: ClientImport['missingFields']): string =>
  fields.map((field) => text(`clientImports.field.${field}`)).join(', ');
