import { Injectable } from '@nestjs/common';
import { type Day, explanationProblem, type Gap, GAPS, grantFor } from '@samenoud/domain';
import { CareJudgement } from '../care-facts/care-facts.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { pageOf } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { detailsOf, everybody, EXPLANATION, explanationsOf, keyOf } from './net-rows.ts';
import type { ClientInGap, ExplainGap, GapExplanation, SafetyNetQuery, SafetyNetView } from './safety-net.dto.ts';

interface Line {
  readonly id: string;
  readonly code: Gap;
  readonly since: Day;
  readonly explanation: GapExplanation | null;
}

/** "Niemand uit beeld": nobody is out of sight, or somebody wrote why. Source: `domain.md` 9. */
@Injectable()
export class SafetyNet {
  constructor(
    private readonly access: ClientAccess,
    private readonly judgement: CareJudgement,
  ) {}

  /** Per gap who has it and since when; who may only count sees nobody. */
  async show({ code, ...page }: SafetyNetQuery): Promise<SafetyNetView> {
    const { user, today } = requestContext();
    if (grantFor(user.role, 'CLIENT_LIST', 'READ')?.limit === 'COUNTS_ONLY') {
      logReading(code, []);
      return nobody();
    }
    const lines = await this.lines();
    const isExplained = ({ explanation }: Line): boolean => explanation !== null && explanation.until >= today;
    const gaps = GAPS.filter((one) => code === undefined || one === code).map((gap) => {
      const ofGap = lines.filter((line) => line.code === gap);
      const explained = ofGap.filter(isExplained);
      const { items, nextCursor, total } = pageOf(
        ofGap.filter((line) => !isExplained(line)),
        page,
      );
      const shown = explained.slice(0, page.limit ?? 50);
      return { code: gap, total, explainedTotal: explained.length, items, nextCursor, explained: shown };
    });
    const ids = [...new Set(gaps.flatMap(({ items, explained }) => [...items, ...explained].map(({ id }) => id)))];
    const details = await detailsOf(ids);
    const inGap = ({ id, since, explanation }: Line): ClientInGap[] => {
      const known = details.get(id);
      return known === undefined ? [] : [{ ...known, since, explanation }];
    };
    logReading(code, ids);
    const open = lines.filter((line) => (code === undefined || line.code === code) && !isExplained(line));
    return {
      count: new Set(open.map(({ id }) => id)).size,
      gaps: gaps.map((gap) => ({ ...gap, items: gap.items.flatMap(inGap), explained: gap.explained.flatMap(inGap) })),
    };
  }

  /** Every gap there is, the oldest first and then by name. */
  private async lines(): Promise<Line[]> {
    const found = await this.judgement.gaps(await everybody());
    const lacking = [...found].filter(([, gaps]) => gaps.length > 0);
    const explanations = await explanationsOf(lacking.map(([id]) => id));
    return lacking
      .flatMap(([id, gaps]) =>
        gaps.map(({ code, since }) => ({ id, code, since, explanation: explanations.get(keyOf(id, code)) ?? null })),
      )
      .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
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
    const [explanation] = await query<GapExplanation>(
      `SELECT ${EXPLANATION} FROM care.gap_explanation e WHERE e.practice_id = ctx.practice_id() AND e.id = $1`,
      [id],
    );
    if (!explanation) throw new DomainError('NOT_FOUND'); // the database shows less than was decided
    return explanation;
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

function nobody(): SafetyNetView {
  const none = { total: null, explainedTotal: null, items: [], nextCursor: null, explained: [] };
  return {
    count: null,
    gaps: GAPS.map((code) => ({ code, ...none })),
    hidden: [{ pointer: '/gaps', code: 'ROLE' }],
  };
}
