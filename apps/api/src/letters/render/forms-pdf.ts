import { fillSheet } from './fill-sheet.ts';
import { type PrintedForm, putForm } from './form-pages.ts';
import { Paper } from '../../platform/documents/paper/paper.ts';

/** Questionnaires without letter, to be handed over or taken along; each begins on a new sheet. */
export async function renderForms(
  title: string,
  forms: readonly PrintedForm[],
  onForm: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<Buffer> {
  const paper = new Paper(title, forms[0]?.letterhead.name ?? '');
  for (const [index, form] of forms.entries()) {
    paper.section('Sect', () => {
      putForm(paper, form);
      fillSheet(paper, form);
    });
    await onForm(index + 1);
  }
  return paper.finish();
}
