import { Injectable } from '@nestjs/common';
import { type AgreedForHis, dayOfInstant, formatDutchDay, type MeetingHisFacts, type MeetingHisLine, meetingHisLines, type Profile, type ProfileLabels } from '@samenoud/domain'; // prettier-ignore
import { findText, text } from '@samenoud/texts';
import { paperSender } from '../platform/documents/paper/paper-sender.ts';
import { query } from '../platform/request/request-context.ts';
import type { MeetingHisText, MinutesDecision, MinutesItem } from './minutes.dto.ts';
import { MeetingMinutes } from './minutes.service.ts';

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** What was decided of each client, to copy to the GP's own system. Source: domain.md 13.1. */
@Injectable()
export class MeetingHisTexts {
  constructor(private readonly minutes: MeetingMinutes) {}

  /** Only who was discussed and is shared with the asker. */
  async of(meetingId: string): Promise<MeetingHisText[]> {
    const { items, startsAt } = await this.minutes.get(meetingId);
    const { labels } = await paperSender();
    const colleagues = await colleaguesIn(items);
    const on = dayOfInstant(startsAt);
    return items.flatMap((item) => {
      const { clientId, clientName, itemId, outcome } = item;
      if (clientId === null || clientName === null || itemId === null || outcome !== 'DISCUSSED') return [];
      const lines = meetingHisLines({ on, ...factsOf(item, labels, colleagues) }, agreedWords);
      return [{ itemId, clientId, clientName, text: lines.map(written).join('\n') }];
    });
  }
}

function written({ code, values }: MeetingHisLine): string {
  const sentence = findText(`meetings.his.${code}`) ?? '';
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

const agreedWords = (agreed: AgreedForHis): string => {
  if (agreed.kind === 'NOTE') return agreed.text;
  if (agreed.kind === 'REFER') return text('meetings.his.refer', { type: agreed.type, receiver: agreed.receiver });
  const { text: words, role, dueOn } = agreed;
  return text('meetings.his.action', { text: words, role: role ?? '?', day: formatDutchDay(dueOn) });
};

function factsOf(
  { decisions }: MinutesItem,
  labels: ProfileLabels,
  colleagues: ReadonlyMap<string, Colleague>,
): Omit<MeetingHisFacts, 'on'> {
  const last = (kind: MinutesDecision['kind']): MinutesDecision | undefined =>
    decisions.findLast((decision) => decision.kind === kind);
  const manager = colleagues.get(last('NAME_CASE_MANAGER')?.userId ?? '');
  const profile = last('ASSIGN_PROFILE')?.profile;
  return {
    profile: profile ? labels[profile as Profile] : null,
    caseManager: manager === undefined ? null : { name: manager.name, role: roleWords(manager) ?? '' },
    agreed: decisions.flatMap((decision) => agreedOf(decision, colleagues)),
    nextReviewOn: last('NEXT_REVIEW')?.on ?? null,
    hasEnded: last('END_REVIEW') !== undefined,
  };
}

function agreedOf(
  { kind, text: note, action, referral }: MinutesDecision,
  colleagues: ReadonlyMap<string, Colleague>,
): AgreedForHis[] {
  if (kind === 'ACTION' && action !== null) {
    const role = roleWords(colleagues.get(action.ownerId ?? ''));
    return [{ kind, text: action.text, role, dueOn: action.dueOn }];
  }
  if (kind === 'REFER' && referral !== null)
    return [{ kind, type: findText(`referrals.type.${referral.type}`) ?? referral.type, receiver: referral.receiver }];
  return kind === 'NOTE' && note !== null ? [{ kind, text: note }] : [];
}

const roleWords = (colleague: Colleague | undefined): string | null =>
  colleague === undefined ? null : (findText(`common.role.${colleague.role}`)?.toLocaleLowerCase('nl') ?? null);

async function colleaguesIn(items: readonly MinutesItem[]): Promise<ReadonlyMap<string, Colleague>> {
  const ids = items.flatMap(({ decisions }) => decisions.flatMap(({ userId, action }) => [userId, action?.ownerId]));
  const rows = await query<Colleague>(
    'SELECT id, display_name AS name, role FROM care.membership WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[])',
    [ids.filter((id) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
