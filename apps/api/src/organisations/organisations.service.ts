import { Injectable } from '@nestjs/common';
import { formatPhone } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';
import type { OrganisationList, OrganisationView } from './organisation.dto.ts';

@Injectable()
export class Organisations {
  /** The organisations of the practice network with the colleagues who work there today. */
  async list(): Promise<OrganisationList> {
    const items = await query<OrganisationView>(
      `SELECT o.id, o.name, o.kind, coalesce(jsonb_agg(jsonb_build_object('userId', m.id, 'displayName', m.display_name,
           'role', m.role, 'phone', m.phone) ORDER BY m.display_name, m.id) FILTER (WHERE m.id IS NOT NULL), '[]') AS members
       FROM care.organisation o
       LEFT JOIN care.membership m ON m.practice_id = o.practice_id AND m.organisation_id = o.id AND m.valid @> now()
       WHERE o.practice_id = ctx.practice_id()
       GROUP BY o.practice_id, o.id, o.name, o.kind ORDER BY o.kind = 'PRACTICE' DESC, o.name`,
    );
    const shown = (phone: string | null): string | null => (phone === null ? null : formatPhone(phone));
    return {
      items: items.map((item) => ({
        ...item,
        members: item.members.map((member) => ({ ...member, phone: shown(member.phone) })),
      })),
    };
  }
}
