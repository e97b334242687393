import { Injectable } from '@nestjs/common';
import { formatPhone } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { PaperSender } from '../platform/documents/paper/client-paper.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { type VisitFacts, VisitFactsOf } from './visit-facts.ts';
import { renderVisit } from './visit-paper.ts';

const SENDER = `SELECT coalesce(l.name, p.name) AS name, coalesce(l.phone, p.phone, '') AS phone, p.profile_labels ->> $1 AS label
  FROM care.practice p LEFT JOIN care.letterhead l ON l.practice_id = p.id WHERE p.id = ctx.practice_id()`;

/** The page to prepare a visit on paper: what the reader may see of it, and nothing kept. */
@Injectable()
export class PrintedVisits {
  constructor(private readonly facts: VisitFactsOf) {}

  async print(clientId: string): Promise<{ fileName: string; content: Buffer }> {
    const facts = await this.facts.gather(clientId);
    const { user, today } = requestContext();
    const profile = facts.client.profile?.assigned ?? null;
    const { name, phone, label } = await queryOne<PaperSender & { label: string | null }>(SENDER, [profile]);
    const names = await namesIn(facts, user.userId);
    const content = await renderVisit({
      ...facts,
      sender: { name, phone: formatPhone(phone) },
      names,
      profileLabel: label,
      madeBy: names.get(user.userId) ?? '',
      madeOn: today,
    });
    return { fileName: `${text('visits.prepare')}.pdf`, content };
  }
}

/** Colleagues who have an action or wrote something, and who asks. */
async function namesIn({ actions, last }: VisitFacts, askerId: string): Promise<ReadonlyMap<string, string>> {
  const writer = last === null || last === 'NONE' ? null : last.recordedBy;
  const ids = [askerId, writer, ...(actions ?? []).map(({ owner }) => owner.userId)].filter((id) => id !== null);
  const rows = await query<{ id: string; name: string }>(
    'SELECT id, display_name AS name FROM care.membership WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
