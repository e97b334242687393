import { findText, text } from '@samenoud/texts';
import type { Approval } from './approval-queries.ts';

/** What kind of act it is, also for one that this release does not know. */
export function kindWords(kind: string): { title: string; hint: string } {
  return {
    title: findText(`approvals.kind.${kind}.title`) ?? text('approvals.kind.other.title'),
    hint: findText(`approvals.kind.${kind}.hint`) ?? text('approvals.kind.other.hint'),
  };
}

/** The kind with whom it is about, for the name of a button. */
export function approvalName({ kind, about, clients }: Approval): string {
  const who = about ?? clients.map(({ name }) => name).join(' · ');
  const { title } = kindWords(kind);
  return who === '' ? title : `${title} (${who})`;
}

/** Where the act itself is shown in full, for kinds that have such a page. */
export function hrefOf({ kind, subject }: Approval): string | undefined {
  const id = subject['mergeId'];
  return (kind === 'MERGE' || kind === 'SPLIT') && typeof id === 'string' ? `/merges/${id}` : undefined;
}
