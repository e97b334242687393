import { Injectable } from '@nestjs/common';
import type { ConsentCategory, Resource } from '@samenoud/domain';
import { ClientAccess } from '../access/client-access.ts';
import { IdField, InstantField, IntegerField, ListField, MapField } from '../http/fields.ts';
import { pageOf, type PageQuery, PageView } from '../http/page.ts';
import { query } from '../request/request-context.ts';

/** One version of a document or row as it stood then. */
export class RecordVersionView {
  @IdField() id: string;
  @IdField({ description: 'The row it is a version of.' }) subjectId: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @IdField() changedBy: string;
  @InstantField() changedAt: string;
  @MapField({ description: 'Its content, under the names of the API.' }) content: Record<string, unknown>;
}

export class RecordVersionList extends PageView {
  @ListField(() => RecordVersionView, { max: 200 }) items: RecordVersionView[];
}

type Subject = 'treatment_plan' | 'directive' | 'care_planning_talk' | 'network' | 'surroundings_plan';

interface VersionRow extends RecordVersionView {
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
}

/** Who changed what and when: every version of what the database keeps versions of. */
@Injectable()
export class RecordVersions {
  constructor(private readonly access: ClientAccess) {}

  /** Newest first, those the person at hand may read. Opening the record for `resource` is the caller's act. */
  async listOf(clientId: string, subject: Subject, resource: Resource, page: PageQuery): Promise<RecordVersionList> {
    const view = await this.access.look(clientId);
    const rows = await query<VersionRow>(
      `SELECT id, subject_id AS "subjectId", owner_org_id AS "ownerOrgId", category, version, changed_by AS "changedBy",
         ctx.utc(changed_at) AS "changedAt", content FROM care.record_version
       WHERE practice_id = ctx.practice_id() AND client_id = $1 AND subject = $2 ORDER BY changed_at DESC, version DESC, id`,
      [clientId, subject],
    );
    const readable = rows.filter((row) => {
      const decision = view.decide(resource, 'READ', row);
      return decision.allow && decision.grant.limit === null;
    });
    const part = pageOf(readable, page);
    return { ...part, items: part.items.map(versionView) };
  }
}

function versionView(whole: VersionRow): RecordVersionView {
  const { ownerOrgId: _, category: __, content, ...row } = whole;
  return {
    ...row,
    content: Object.fromEntries(Object.entries(content).map(([key, value]) => [camelCase(key), value])),
  };
}

const camelCase = (column: string): string => column.replace(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());
