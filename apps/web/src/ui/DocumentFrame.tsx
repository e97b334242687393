import { text } from '@samenoud/texts';
import type { FormEvent, ReactNode } from 'react';
import type { DocumentForm } from '../platform/document-form/use-document-form.ts';
import { unreadableDaysIn } from './DayInput.tsx';
import { DocumentFooter } from './DocumentFooter.tsx';
import classes from './DocumentFrame.module.css';
import { ProblemSummary } from './ProblemSummary.tsx';
import { VersionConflict } from './VersionConflict.tsx';

/** How a document speaks of what two people filled in differently. */
export type ConflictWords<Content> = {
  title: string;
  /** What the rows are, above the first column. */
  subject: string;
  labelOf: (field: keyof Content & string) => string;
  /** A value as one reads it; empty where nothing is filled in. */
  wordsOf: (value: unknown, field: keyof Content & string) => string;
};

type Props<Content extends object> = {
  form: DocumentForm<Content>;
  /** The name of the form, where no dialog around it has one. */
  label?: string;
  conflict: ConflictWords<Content>;
  saveLabel: string;
  onCancel: () => void;
  children: ReactNode;
};

/** Around the fields of a document that is saved as a whole: what others wrote, what was refused, and how far the saving is. */
export function DocumentFrame<Content extends object>({
  form,
  label,
  conflict,
  saveLabel,
  onCancel,
  children,
}: Props<Content>) {
  // prettier-ignore
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    form.submit(unreadableDaysIn(event.currentTarget));
  }
  return (
    <form noValidate onSubmit={submit} className={classes['form']} aria-label={label}>
      <DocumentConflict form={form} conflict={conflict} />
      {form.problem !== undefined && <ProblemSummary error={form.problem} />}
      {children}
      <DocumentFooter status={form.status} label={saveLabel} onCancel={onCancel} />
    </form>
  );
}

function DocumentConflict<Content extends object>({
  form: { conflicts, content, take },
  conflict: { title, subject, labelOf, wordsOf },
}: Pick<Props<Content>, 'form' | 'conflict'>) {
  if (conflicts.length === 0) return null;
  const shown = (words: string): string => words || text('common.conflict.empty');
  return (
    <VersionConflict
      title={title}
      subject={subject}
      rows={conflicts.map(({ field, mine, theirs }) => ({
        field,
        label: labelOf(field),
        mine: shown(wordsOf(mine, field)),
        theirs: shown(wordsOf(theirs, field)),
        isAdopted: wordsOf(content[field], field) === wordsOf(theirs, field),
      }))}
      onTake={take}
    />
  );
}
