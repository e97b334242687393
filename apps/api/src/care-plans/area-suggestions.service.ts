import { Injectable } from '@nestjs/common';
import { type Answer, answerTo, type Answers, findProblemArea, isMissingAnswer, suggestAreas } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { hiddenCode } from '../platform/http/hidden.dto.ts';
import { query } from '../platform/request/request-context.ts';
import type { SuggestionList, SuggestionView } from './area-suggestion.dto.ts';

interface SheetRow {
  readonly responseId: string;
  readonly completedOn: string;
  readonly category: 2 | 3;
  readonly ownerOrgId: string;
  readonly answers: Answers;
}

/** Sheets of the newest form that was filled in question by question. */
const SHEETS = `SELECT r.id AS "responseId", r.completed_on AS "completedOn", s.category, s.owner_org_id AS "ownerOrgId", s.answers
  FROM (SELECT id, completed_on FROM care.response WHERE practice_id = ctx.practice_id() AND client_id = $1 AND status = 'COMPLETED'
      AND entry_mode = 'ITEMS' ORDER BY completed_on DESC, completed_at DESC, id DESC LIMIT 1) r
  JOIN care.answer_sheet s ON s.practice_id = ctx.practice_id() AND s.response_id = r.id`;

/** What the answers of a client give cause to ask about. It adds nothing to a plan: a person and the client do. */
@Injectable()
export class AreaSuggestions {
  constructor(private readonly access: ClientAccess) {}

  async listOf(clientId: string): Promise<SuggestionList> {
    const opened = await this.access.open(clientId, 'CARE_PLAN', 'READ', { type: 'AREA_SUGGESTIONS' });
    const sheets = await query<SheetRow>(SHEETS, [clientId]);
    const judged = ([2, 3] as const).map((category) => ({
      category,
      resource: category === 2 ? ('WELLBEING_ANSWERS' as const) : ('HEALTH_ANSWERS' as const),
    }));
    const shown = sheets.flatMap((row) => {
      const { resource } = judged.find(({ category }) => category === row.category) ?? { resource: 'HEALTH_ANSWERS' };
      const decision = opened.decide(resource, 'READ', row);
      return decision.allow && decision.grant.limit === null ? [{ decision, row }] : [];
    });
    this.access.logShown(opened, { type: 'AREA_SUGGESTIONS' }, shown);
    const refused = judged
      .map(({ category, resource }) => opened.decide(resource, 'READ', { ownerOrgId: opened.practiceOrgId, category }))
      .find((decision) => !decision.allow || decision.grant.limit !== null);
    const answers: Answers = Object.assign({}, ...shown.map(({ row }) => row.answers));
    return {
      completedOn: shown[0]?.row.completedOn ?? null,
      items: suggestAreas(answers).map((one) => suggestionView(one, answers)),
      ...(refused ? { hidden: [{ pointer: '/items', code: refused.allow ? 'ROLE' : hiddenCode(refused.code) }] } : {}),
    };
  }
}

function suggestionView({ area, items }: ReturnType<typeof suggestAreas>[number], answers: Answers): SuggestionView {
  const known = findProblemArea(area);
  if (known === undefined) throw new Error(`no area ${area}`);
  const causes = items.map((item) => ({ item, answer: wordOf(answerTo(answers, item)) }));
  return { area, label: known.label, domain: known.domain, causes };
}

const wordOf = (answer: Answer): string => (isMissingAnswer(answer) ? answer.missing : String(answer));
