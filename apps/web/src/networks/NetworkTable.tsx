import { text } from '@samenoud/texts';
import { numbered } from '../ui/numbered.ts';
import { codeWords, supportWords } from './network-form.ts';
import type { NetworkTie } from './network-queries.ts';
import paper from '../ui/Document.module.css';

/** The same people as in the picture, in words. */
export function NetworkTable({ ties }: { ties: readonly NetworkTie[] }) {
  return (
    <table className={paper['table']}>
      <caption className="visually-hidden">{text('networks.table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('networks.tie.name')}</th>
          <th scope="col">{text('networks.tie.frequency')}</th>
          <th scope="col">{text('networks.table.what')}</th>
          <th scope="col">{text('networks.tie.closeness')}</th>
          <th scope="col">{text('networks.tie.wish')}</th>
          <th scope="col">{text('networks.tie.strain')}</th>
        </tr>
      </thead>
      <tbody>
        {numbered(ties).map(({ key, row: tie, index }) => (
          <tr key={key}>
            <th scope="row">
              {`${index + 1}. ${tie.name}, ${tie.relation}`}
              {tie.comment !== null && <div className={paper['quiet']}>{tie.comment}</div>}
            </th>
            <td data-head={text('networks.tie.frequency')}>{codeWords('frequency', tie.frequency)}</td>
            <td data-head={text('networks.table.what')}>{supportWords(tie.support)}</td>
            <td data-head={text('networks.tie.closeness')}>{codeWords('closeness', tie.closeness)}</td>
            <td data-head={text('networks.tie.wish')}>{codeWords('wish', tie.wish)}</td>
            <td data-head={text('networks.tie.strain')}>{codeWords('strain', tie.strain)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
