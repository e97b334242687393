import { Injectable } from '@nestjs/common';
import { type DueReason, formatDutchDay, listName, type PersonName } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { CareJudgement, type Due } from '../care-facts/care-facts.service.ts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { relatedSql, sharedRowSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { CareSummaries, CaseloadToHandOver } from './handover.dto.ts';

interface Known {
  readonly clientId: string;
  readonly name: PersonName;
  readonly evaluationOn: string | null;
  readonly hasPlan: boolean;
  readonly actions: readonly { readonly text: string; readonly dueOn: string }[];
}

const MOST_ACTIONS = 5;

const KNOWN =
  (): string => `SELECT c.id AS "clientId", p.next_evaluation_on AS "evaluationOn", p.id IS NOT NULL AS "hasPlan",
    jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
      'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('text', a.text, 'dueOn', a.due_on) ORDER BY a.due_on, a.id), '[]')
      FROM care.action a WHERE a.practice_id = ctx.practice_id() AND a.client_id = c.id AND a.state = 'OPEN' AND a.category IN (1, 4)
        AND ${sharedRowSql('a')}) AS actions
  FROM care.client c
  LEFT JOIN care.care_plan p ON p.practice_id = c.practice_id AND p.client_id = c.id AND p.state <> 'CLOSED'
    AND ${sharedSql('p', 'c.id', 4)}
  WHERE c.practice_id = ctx.practice_id() AND ${relatedSql('c', 'CASE_MANAGER', 'CREATE')} AND ${sharedSql('c', 'c.id', 1)}`;

/** What the receiver of a client has to know on the first day, written from the record as the giver sees it. */
@Injectable()
export class HandoverSummaries {
  constructor(private readonly judgement: CareJudgement) {}

  /** Of one client or of a whole caseload, for the giver to change; nothing is kept. */
  async draft({ clientId, fromUserId }: CaseloadToHandOver): Promise<CareSummaries> {
    const { user, log } = requestContext();
    const known = clientId
      ? await query<Known>(`${KNOWN()} AND c.id = $1`, [clientId])
      : await query<Known>(`${KNOWN()} AND ${caseManagerSql('c')} = $1 ORDER BY c.sort_name, c.id LIMIT 200`, [
          fromUserId ?? user.userId,
        ]);
    const ids = known.map((one) => one.clientId);
    const due = await this.judgement.due(ids);
    log.push({ type: 'DRAFT_HANDOVER', action: 'R', objectType: 'HANDOVER', query: { ids }, category: 4 });
    return {
      items: known.map((one) => ({
        clientId: one.clientId,
        clientName: listName(one.name),
        text: wordsOf(one, due.get(one.clientId)),
      })),
    };
  }
}

function wordsOf({ evaluationOn, hasPlan, actions }: Known, due: Due | undefined): string {
  const reasons = (due?.reasons ?? []).filter(({ code }) => code !== 'NEW_PROFILE' && code !== 'HANDOVER_WAITING');
  const shown = actions.slice(0, MOST_ACTIONS);
  const parts = [
    reasons.length === 0
      ? text('handovers.summary.nothingDue')
      : text('handovers.summary.due', { what: reasons.map(reasonWords).join('; ') }),
    due?.nextContactOn ? text('handovers.summary.nextContact', { day: formatDutchDay(due.nextContactOn) }) : undefined,
    hasPlan ? text('handovers.summary.plan') : text('handovers.summary.noPlan'),
    evaluationOn === null ? undefined : text('handovers.summary.evaluation', { day: formatDutchDay(evaluationOn) }),
    shown.length === 0
      ? undefined
      : text('handovers.summary.actions', {
          what: shown.map((one) => `${one.text} (${formatDutchDay(one.dueOn)})`).join('; '),
        }),
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

function reasonWords({ code, since, daysOverdue }: DueReason): string {
  const what = text(`caseload.due.${code}`);
  if (daysOverdue > 0) return text('caseload.reasonLate', { what, late: plural('caseload.late', daysOverdue) });
  return text('caseload.dueSince', { what, day: formatDutchDay(since) });
}
