import { Injectable } from '@nestjs/common';
import { DomainError } from '../http/problem.ts';
import { isUuid, newId } from '../http/uuid.ts';
import { query, requestContext } from '../request/request-context.ts';

export interface NewDocument {
  /** A code such as LETTERS; it names the object in the access log. */
  readonly kind: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly content: Buffer;
}

/** Throws where rights ended since it was made; else answers which client it is about, if it is about one. */
type DocumentGuard = (documentId: string, madeAt: string) => Promise<string | undefined>;

/** Files that were made or sent up: rows of the person who asked, gone after 24 hours. */
@Injectable()
export class Documents {
  private readonly guards = new Map<string, DocumentGuard>();

  /** Says who decides, at the moment it is fetched, whether a document of this kind may still be. */
  guard(kind: string, guard: DocumentGuard): void {
    if (this.guards.has(kind)) throw new Error(`two guards of ${kind}`);
    this.guards.set(kind, guard);
  }

  /** Keeps a document in the transaction at hand. Answers where it can be fetched. */
  async keep({ kind, mediaType, fileName, content }: NewDocument): Promise<string> {
    const id = newId();
    await query('SELECT care.forget_old_documents()');
    await query(
      `INSERT INTO care.document (practice_id, id, user_id, kind, media_type, file_name, content)
       VALUES (ctx.practice_id(), $1, ctx.user_id(), $2, $3, $4, $5)`,
      [id, kind, mediaType, fileName, content],
    );
    return `/api/v1/documents/${id}`;
  }

  /** A document of one's own that is not a day old. Throws NOT_FOUND for any other. */
  async get(id: string): Promise<NewDocument> {
    const [document] = isUuid(id)
      ? await query<NewDocument & { madeAt: string }>(
          `SELECT kind, media_type AS "mediaType", file_name AS "fileName", content, ctx.utc(made_at) AS "madeAt" FROM care.document
           WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND id = $1 AND made_at > now() - interval '24 hours'`,
          [id],
        )
      : [];
    if (!document) throw new DomainError('NOT_FOUND');
    const clientId = await this.guards.get(document.kind)?.(id, document.madeAt);
    requestContext().log.push({
      type: `EXPORT_${document.kind}`,
      action: 'E',
      objectType: document.kind,
      objectId: id,
      ...(clientId === undefined ? {} : { clientId }),
    });
    return document;
  }
}
