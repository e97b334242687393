import { Injectable } from '@nestjs/common';
import { dayOfInstant, formatDutchDayLong, fullName, mayEver, type PersonName } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { Documents } from '../platform/documents/documents.ts';
import { ClientPaper, type PaperSender } from '../platform/documents/paper/client-paper.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { DestructionLetter, DestructionRequest } from './destruction.dto.ts';
import { Destructions } from './destructions.service.ts';

const NAME = `SELECT initials, given_name AS given, name_prefix AS prefix, family_name AS family, partner_prefix AS "partnerPrefix",
  partner_family_name AS "partnerFamily", name_use AS use FROM care.client WHERE practice_id = ctx.practice_id() AND id = $1`;
const SENDER = `SELECT coalesce(l.name, p.name) AS name, coalesce(l.phone, p.phone, '') AS phone
  FROM care.practice p LEFT JOIN care.letterhead l ON l.practice_id = p.id WHERE p.id = ctx.practice_id()`;

/** What was decided on a request, for the client: what is gone, what stays and why, and where to complain. Source: AVG 12(4). */
@Injectable()
export class DestructionLetters {
  constructor(
    private readonly access: ClientAccess,
    private readonly documents: Documents,
    private readonly destructions: Destructions,
  ) {}

  /** Throws WRONG_STATE while nothing is decided, and where the whole record goes: of that nothing is left to write from. */
  async print(id: string): Promise<DestructionLetter> {
    const request = await this.destructions.get(id);
    const action = mayEver(requestContext().user.role, 'DESTRUCTION', 'CREATE') ? 'CREATE' : 'FINALISE';
    await this.access.open(request.clientId, 'DESTRUCTION', action, { type: 'DESTRUCTION_REQUEST', id });
    const { clientId } = await this.access.open(request.clientId, 'IDENTITY', 'READ', {
      type: 'DESTRUCTION_LETTER',
      id,
    });
    if (request.state !== 'PARTLY' && request.state !== 'REFUSED') throw new DomainError('WRONG_STATE');
    const [client] = await query<PersonName>(NAME, [clientId]);
    if (!client) throw new DomainError('NOT_FOUND');
    const content = await letter(request, client, await queryOne<PaperSender>(SENDER));
    const fileName = `${text('destructions.letter.title')}.pdf`;
    return {
      href: await this.documents.keep({ kind: 'DESTRUCTION_LETTER', mediaType: 'application/pdf', fileName, content }),
    };
  }
}

function letter(request: DestructionRequest, client: PersonName, sender: PaperSender): Promise<Buffer> {
  const { parts, reasonCode, decisionNote, requestedOn, decidedAt } = request;
  const out = new ClientPaper(text('destructions.letter.title'), sender);
  const decidedOn = formatDutchDayLong(dayOfInstant(Date.parse(decidedAt ?? '')));
  out.title(text('destructions.letter.title'));
  out.paragraph(text('destructions.letter.for', { name: fullName(client) }));
  out.paragraph(text('destructions.letter.asked', { day: formatDutchDayLong(requestedOn), decidedOn }));
  if (parts !== null) {
    out.heading(text('destructions.letter.goneTitle'));
    out.paragraph(text('destructions.letter.gone'));
    for (const part of parts) out.paragraph(`• ${text(`destructions.part.${part}`)}`);
  }
  out.heading(text(parts === null ? 'destructions.letter.refusedTitle' : 'destructions.letter.keptTitle'));
  out.paragraph(`${findText(`destructions.reason.${reasonCode ?? ''}`) ?? ''}.`);
  if (decisionNote !== null) out.paragraph(decisionNote);
  out.heading(text('destructions.letter.disagreeTitle'));
  out.paragraph(text('destructions.letter.disagree', { phone: sender.phone }));
  return out.finish();
}
