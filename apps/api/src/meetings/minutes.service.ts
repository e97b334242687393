import { Injectable } from '@nestjs/common';
import { listName, type PersonName } from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { isThereMedicalAnnex } from './medical-note-rows.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import { seenInMeetingSql } from './meeting-row.ts';
import { headOfEdition, minutesHeads } from './minutes-heads.ts';
import type { MinutesDecision, MinutesItem, MinutesView } from './minutes.dto.ts';

type OfDecision<Part> = readonly (Part & { readonly decisionId: string })[];

/** Each row has the parts of one category and owner. */
interface PartRow {
  readonly itemId: string;
  readonly clientId: string;
  readonly place: number;
  readonly birthDate: string;
  readonly name: PersonName;
  readonly content: {
    readonly question?: string | null;
    readonly outcome?: MinutesItem['outcome'];
    readonly presenterId?: string | null;
    readonly feedbackBy?: string | null;
    readonly feedbackOn?: string | null;
    readonly decisions?: readonly Omit<MinutesDecision, 'profile' | 'reason' | 'action' | 'referral'>[];
    readonly profiles?: OfDecision<{ readonly profile: string; readonly reason: string | null }>;
    readonly actions?: OfDecision<NonNullable<MinutesDecision['action']>>;
    readonly referrals?: OfDecision<NonNullable<MinutesDecision['referral']>>;
  };
}

/** Minutes of a meeting, edition by edition, as the reader may see them. Source: domain.md 10, minutes. */
@Injectable()
export class MeetingMinutes {
  constructor(private readonly access: MeetingAccess) {}

  /** Without an edition the newest. Throws NOT_FOUND where there is none. */
  async get(meetingId: string, edition?: string): Promise<MinutesView> {
    await this.access.open(meetingId, 'READ');
    const heads = await minutesHeads(meetingId);
    const { id, ...shown } = headOfEdition(heads, edition);
    const editions = heads.map(({ edition: number, madeAt, madeBy, reason }) => ({ edition: number, madeAt, madeBy, reason })); // prettier-ignore
    const hasMedicalAnnex = await isThereMedicalAnnex(meetingId, shown.edition);
    const annex = hasMedicalAnnex ? ({ hasMedicalAnnex } as const) : {};
    return { ...shown, editions, items: await itemsOf(meetingId, id), ...annex };
  }

  /** One line of the newest edition, as the reader may see it. Throws WRONG_STATE where there are no minutes yet. */
  async itemOf(meetingId: string, itemId: string): Promise<{ item: MinutesItem | undefined; startsAt: string }> {
    await this.access.open(meetingId, 'READ');
    const [head] = await minutesHeads(meetingId);
    if (head === undefined) throw new DomainError('WRONG_STATE');
    const rows = await partsOf(head.id, itemId);
    const [item] = rows.slice(0, 1).map(({ place }) => itemView(place, rows));
    noteShown(meetingId, item === undefined ? [] : [item]);
    return { item, startsAt: head.startsAt };
  }
}

async function itemsOf(meetingId: string, minutesId: string): Promise<MinutesItem[]> {
  const places = await query<{ place: number }>('SELECT place FROM care.minutes_places($1) AS place', [minutesId]);
  const rows = await partsOf(minutesId);
  const shown = places.map(({ place }) =>
    itemView(
      place,
      rows.filter((row) => row.place === place),
    ),
  );
  noteShown(meetingId, shown);
  return shown;
}

/** What the person at hand may see of an edition, or of one line in it. */
const partsOf = (minutesId: string, itemId: string | null = null): Promise<PartRow[]> =>
  query<PartRow>(
    `SELECT x.item_id AS "itemId", x.client_id AS "clientId", x.place, x.content, c.birth_date AS "birthDate",
       jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name, 'partnerPrefix',
         c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name
     FROM care.minutes_item x JOIN care.client c ON c.practice_id = x.practice_id AND c.id = x.client_id
     WHERE x.practice_id = ctx.practice_id() AND x.minutes_id = $1 AND ($2::uuid IS NULL OR x.item_id = $2)
       AND ${seenInMeetingSql('x')} ORDER BY x.place`,
    [minutesId, itemId],
  );

const NOTHING = {
  itemId: null,
  clientId: null,
  clientName: null,
  birthDate: null,
  question: null,
  presenterId: null,
  outcome: null,
  decisions: [],
  feedback: null,
} as const;

function itemView(place: number, rows: readonly PartRow[]): MinutesItem {
  const base = rows.find(({ content }) => 'outcome' in content);
  if (base === undefined) return { ...NOTHING, place, shared: false, decisions: [] };
  const { question = null, outcome = null, presenterId = null, feedbackBy = null, feedbackOn = null } = base.content;
  const decisions = decisionsIn(rows);
  const isHidden = decisions.some(({ kind, profile, referral }) => (kind === 'ASSIGN_PROFILE' && profile === null) || (kind === 'REFER' && referral === null)); // prettier-ignore
  return {
    place,
    shared: true,
    itemId: base.itemId,
    clientId: base.clientId,
    clientName: listName(base.name),
    birthDate: base.birthDate,
    question,
    presenterId,
    outcome,
    decisions,
    feedback: feedbackBy === null ? null : { by: feedbackBy, on: feedbackOn },
    ...(isHidden ? { hidden: [{ pointer: '/decisions', code: 'NO_BASIS' }] } : {}),
  };
}

function decisionsIn(rows: readonly PartRow[]): MinutesDecision[] {
  const parts = rows.map(({ content }) => content);
  const profiles = parts.flatMap((part) => part.profiles ?? []);
  const actions = parts.flatMap((part) => part.actions ?? []);
  const referrals = parts.flatMap((part) => part.referrals ?? []);
  const of = <Part extends { decisionId: string }>(list: readonly Part[], id: string): Part | undefined =>
    list.find(({ decisionId }) => decisionId === id);
  return parts
    .flatMap((part) => part.decisions ?? [])
    .toSorted((one, other) => one.recordedAt.localeCompare(other.recordedAt))
    .map((decision) => {
      const profile = of(profiles, decision.id);
      const { decisionId: _a, ...action } = of(actions, decision.id) ?? { decisionId: null };
      const { decisionId: _r, ...referral } = of(referrals, decision.id) ?? { decisionId: null };
      return {
        ...decision,
        profile: profile?.profile ?? null,
        reason: profile?.reason ?? null,
        action: 'text' in action ? action : null,
        referral: 'type' in referral ? referral : null,
      };
    });
}

function noteShown(meetingId: string, items: readonly MinutesItem[]): void {
  const ids = items.flatMap(({ clientId }) => (clientId === null ? [] : [clientId]));
  requestContext().log.push({
    type: 'READ_MINUTES',
    action: 'R',
    objectType: 'MEETING',
    objectId: meetingId,
    query: { count: ids.length, ids },
    category: 6,
  });
}
