import { text } from '@samenoud/texts';
import type { DocumentForm } from '../platform/document-form/use-document-form.ts';
import { VersionConflict } from '../ui/VersionConflict.tsx';
import { type NetworkContent, networkWords } from './network-form.ts';

const label = (field: keyof NetworkContent): string =>
  field === 'drawnOn' ? text('networks.drawnOn') : text(`networks.conflict.${field}`);

/** Both versions of what two people changed. */
export function NetworkConflict({ form }: { form: DocumentForm<NetworkContent> }) {
  const { conflicts, content, take } = form;
  if (conflicts.length === 0) return null;
  return (
    <VersionConflict
      title={text('networks.conflict.title')}
      subject={text('networks.conflict.subject')}
      rows={conflicts.map(({ field, mine, theirs }) => ({
        field,
        label: label(field),
        mine: networkWords(mine) || text('common.conflict.empty'),
        theirs: networkWords(theirs) || text('common.conflict.empty'),
        isAdopted: networkWords(content[field]) === networkWords(theirs),
      }))}
      onTake={take}
    />
  );
}
