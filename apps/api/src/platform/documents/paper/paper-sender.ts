import { formatPhone, type ProfileLabels } from '@samenoud/domain';
import { queryOne } from '../../request/request-context.ts';
import type { PaperSender } from './client-paper.ts';

const SENDER = `SELECT coalesce(l.name, p.name) AS name, coalesce(l.phone, p.phone, '') AS phone, p.profile_labels AS labels
  FROM care.practice p LEFT JOIN care.letterhead l ON l.practice_id = p.id WHERE p.id = ctx.practice_id()`;

/** The practice as it stands on paper, and what it calls the profiles. */
export async function paperSender(): Promise<{ readonly sender: PaperSender; readonly labels: ProfileLabels }> {
  const { name, phone, labels } = await queryOne<PaperSender & { readonly labels: ProfileLabels }>(SENDER);
  return { sender: { name, phone: formatPhone(phone) }, labels };
}
