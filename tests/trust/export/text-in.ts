import { readPdf } from '../../../apps/api/src/testing/read-pdf.ts';

/** Everything that can be read in a file of this form. */
export async function textIn(content: Buffer, format: string): Promise<string> {
  if (format !== 'PDF') return content.toString();
  const { pages } = await readPdf(content, { scan: false });
  return pages.map(({ text }) => text).join('\n');
}
