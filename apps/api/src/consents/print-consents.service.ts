import { Injectable } from '@nestjs/common';
import type { Day, PersonName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { Documents } from '../platform/documents/documents.ts';
import type { PaperSender } from '../platform/documents/paper/client-paper.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { ConsentPaperMade, PrintConsents } from './consent.dto.ts';
import { type ConsentPaper, type PaperOrganisation, renderAgreed, renderForm } from './consent-paper.ts';
import { CONSENT_ROWS, type ConsentRow } from './consent-row.ts';

const CLIENT = `SELECT initials, given_name AS given, name_prefix AS prefix, family_name AS family, partner_prefix AS "partnerPrefix",
  partner_family_name AS "partnerFamily", name_use AS use, birth_date AS "birthDate" FROM care.client
  WHERE practice_id = ctx.practice_id() AND id = $1`;
const SENDER = `SELECT coalesce(l.name, p.name) AS name, coalesce(l.phone, p.phone, '') AS phone
  FROM care.practice p LEFT JOIN care.letterhead l ON l.practice_id = p.id WHERE p.id = ctx.practice_id()`;
const IN_FORCE = `${CONSENT_ROWS} AND n.client_id = $1 AND n.withdrawn_at IS NULL AND coalesce(n.valid_until > now(), true)
  ORDER BY n.kind = 'GRANT' DESC, n.recorded_at DESC, n.id`;

/** What was agreed, and a form to sign, on paper for the client to keep. Two pages at most, so drawn at once. */
@Injectable()
export class PrintedConsents {
  constructor(
    private readonly access: ClientAccess,
    private readonly documents: Documents,
  ) {}

  async print(clientId: string, { kind, toOrganisationId }: PrintConsents): Promise<ConsentPaperMade> {
    await this.access.open(clientId, 'CONSENT', 'CREATE', { type: 'CONSENT_PAPER' });
    const opened = await this.access.open(clientId, 'IDENTITY', 'READ', { type: 'CONSENT_PAPER' });
    const paper = await this.paper(opened.clientId);
    const title = text(kind === 'AGREED' ? 'consents.paper.agreedTitle' : 'consents.paper.blankTitle');
    const content = await (kind === 'AGREED'
      ? renderAgreed(paper, await query<ConsentRow>(IN_FORCE, [clientId]))
      : renderForm(paper, this.receiver(paper, toOrganisationId)));
    const fileName = `${title}.pdf`;
    return {
      href: await this.documents.keep({ kind: 'CONSENT_PAPER', mediaType: 'application/pdf', fileName, content }),
    };
  }

  private async paper(clientId: string): Promise<ConsentPaper> {
    const [client] = await query<PersonName & { birthDate: Day }>(CLIENT, [clientId]);
    if (!client) throw new DomainError('NOT_FOUND');
    const sender = await queryOne<PaperSender>(SENDER);
    const organisations = await query<PaperOrganisation>(
      `SELECT id, name, kind FROM care.organisation WHERE practice_id = ctx.practice_id() ORDER BY name, id`,
    );
    return { client, sender, organisations, madeOn: requestContext().today };
  }

  /** The one it is about; where none is named the first of the social work, which is what is mostly asked for. */
  private receiver({ organisations }: ConsentPaper, id: string | null | undefined): PaperOrganisation {
    const found = organisations.find((one) => (id ? one.id === id : one.kind === 'SOCIAL_WORK'));
    if (!found) throw invalidInput({ pointer: '/toOrganisationId', code: 'INVALID_ID' });
    return found;
  }
}
