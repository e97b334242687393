import { Injectable } from '@nestjs/common';
import { explanationProblem, formatPhone, grantFor, listName, type PersonName } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { pageOf } from '../platform/http/page.ts';
import { invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { GAP_SINCE, GAP_SQL, type ShownGap, SHOWN_GAPS } from './gap-conditions.service.ts';
import type { ClientInGap, ExplainGap, GapExplanation, SafetyNetQuery, SafetyNetView } from './safety-net.dto.ts';

type GapRow = Omit<ClientInGap, 'name'> & { readonly name: PersonName; readonly isExplained: boolean };

const EXPLANATION = `e.id, e.gap AS code, e.reason, e.until_on AS until, e.made_by AS "madeBy", ctx.utc(e.made_at) AS "madeAt"`;

/** The newest explanation counts, through its last day. */
const gapSql = (
  gap: ShownGap,
): string => `SELECT c.id, c.birth_date AS "birthDate", c.phone, ${caseManagerSql('c')} AS "caseManagerId",
    jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
      'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name,
    ${GAP_SINCE[gap]} AS since, to_jsonb(e) - 'isCurrent' AS explanation, coalesce(e."isCurrent", false) AS "isExplained"
  FROM care.client c
  LEFT JOIN care.client_profile p ON p.practice_id = c.practice_id AND p.client_id = c.id AND ${sharedSql('p', 'c.id', 3)}
  LEFT JOIN LATERAL (SELECT ${EXPLANATION}, e.until_on >= $1::date AS "isCurrent" FROM care.gap_explanation e
    WHERE e.practice_id = ctx.practice_id() AND e.client_id = c.id AND e.gap = '${gap}' AND ${sharedSql('e', 'c.id', 4)}
    ORDER BY e.made_at DESC, e.id DESC LIMIT 1) e ON true
  WHERE c.practice_id = ctx.practice_id() AND ${relatedSql('c', 'CLIENT_LIST')} AND ${sharedSql('c', 'c.id', 1)} AND ${GAP_SQL[gap]}
  ORDER BY since, c.sort_name, c.birth_date, c.id`;

/** "Niemand uit beeld": nobody is out of sight, or somebody wrote why. Source: `domain.md` 9. */
@Injectable()
export class SafetyNet {
  constructor(private readonly access: ClientAccess) {}

  /** Per gap who has it and since when; who may only count sees nobody. */
  async show({ code, ...page }: SafetyNetQuery): Promise<SafetyNetView> {
    const { user, today } = requestContext();
    if (grantFor(user.role, 'CLIENT_LIST', 'READ')?.limit === 'COUNTS_ONLY') {
      logReading(code, []);
      return nobody();
    }
    const found = [];
    for (const gap of SHOWN_GAPS.filter((one) => code === undefined || one === code))
      found.push({ gap, rows: await query<GapRow>(gapSql(gap), [today]) });
    const open = new Set(
      found.flatMap(({ rows }) => rows.filter(({ isExplained }) => !isExplained).map(({ id }) => id)),
    );
    const gaps = found.map(({ gap, rows }) => {
      const { items, nextCursor, total } = pageOf(
        rows.filter(({ isExplained }) => !isExplained),
        page,
      );
      const explained = rows.filter(({ isExplained }) => isExplained);
      const shown = explained.slice(0, page.limit ?? 50);
      return { code: gap, total, explainedTotal: explained.length, items, nextCursor, explained: shown };
    });
    const ids = [...new Set(gaps.flatMap(({ items, explained }) => [...items, ...explained].map(({ id }) => id)))];
    logReading(code, ids);
    return {
      count: open.size,
      gaps: gaps.map((gap) => ({ ...gap, items: gap.items.map(inGap), explained: gap.explained.map(inGap) })),
    };
  }

  /** Says why a gap is left as it is, and until when. A later one takes its place; nothing is overwritten. */
  async explain(clientId: string, { code, reason, until }: ExplainGap): Promise<GapExplanation> {
    const { today, user } = requestContext();
    const problem = explanationProblem(until, today);
    if (problem) throw invalidInput({ pointer: '/until', code: problem });
    const id = newId();
    const owned = { ownerOrgId: user.organisationId, category: 4 } as const;
    await this.access.open(clientId, 'CASE_MANAGER', 'UPDATE', { type: 'GAP_EXPLANATION', id }, owned);
    await query(
      `INSERT INTO care.gap_explanation (practice_id, id, client_id, owner_org_id, gap, reason, until_on, made_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, ctx.user_id())`,
      [id, clientId, code, reason.trim(), until],
    );
    return queryOne<GapExplanation>(
      `SELECT ${EXPLANATION} FROM care.gap_explanation e WHERE e.practice_id = ctx.practice_id() AND e.id = $1`,
      [id],
    );
  }
}

/** Also when nobody was shown: that somebody looked is a fact. */
function logReading(code: string | undefined, ids: readonly string[]): void {
  requestContext().log.push({
    type: 'READ_SAFETY_NET',
    action: 'R',
    objectType: 'SAFETY_NET',
    query: { code: code ?? null, ids },
    category: 1,
  });
}

const inGap = ({ isExplained: _isExplained, name, phone, ...row }: GapRow): ClientInGap => ({
  ...row,
  name: listName(name),
  phone: phone === null ? null : formatPhone(phone),
});

function nobody(): SafetyNetView {
  const none = { total: null, explainedTotal: null, items: [], nextCursor: null, explained: [] };
  return {
    count: null,
    gaps: SHOWN_GAPS.map((code) => ({ code, ...none })),
    hidden: [{ pointer: '/gaps', code: 'ROLE' }],
  };
}
