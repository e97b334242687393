import { findText, plural, text } from '@samenoud/texts';

/** What a list of clients as a file holds, and how many clients are in it: counts and columns, nobody's name. */
export function ListFacts({ subject }: { subject: Record<string, unknown> }) {
  const { columns, clientCount, clients } = subject;
  if (!Array.isArray(columns) || typeof clientCount !== 'number') return null;
  const named = columns.map((column) => findText(`bulkExports.column.${String(column)}`) ?? String(column));
  return (
    <>
      <dt>{text('approvals.clients')}</dt>
      <dd>
        {plural('approvals.count', clientCount)} ({findText(`bulkExports.ofClients.${String(clients)}`)})
      </dd>
      <dt>{text('approvals.columns')}</dt>
      <dd>{named.join(', ')}</dd>
    </>
  );
}
