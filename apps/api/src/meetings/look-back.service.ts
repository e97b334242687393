import { Injectable } from '@nestjs/common';
import { DECISION_KINDS, type HeldMeeting, lookBack, type LookBackFigures } from '@samenoud/domain';
import { requestContext } from '../platform/request/request-context.ts';
import type { LookBackFiguresView, LookBackView } from './look-back.dto.ts';
import { actionsOfHeld, broughtInTo, decisionsOfHeld, type HeldRow, heldMeetings, linesOfHeld, placesOfHeld } from './look-back-rows.ts'; // prettier-ignore
import { MeetingAccess } from './meeting-access.service.ts';
import { confirmedRowsOf } from './review-rows.ts';

/** What meetings came to, per meeting and per year, of what the reader may see; never per person. Source: domain.md 12. */
@Injectable()
export class LookBacks {
  constructor(private readonly access: MeetingAccess) {}

  /** Without a year the newest in which a meeting was held. */
  async get(asked?: number): Promise<LookBackView> {
    const { today } = requestContext();
    const held = (await heldMeetings()).filter(({ attends }) => this.access.ruleFor('READ', attends) !== undefined);
    const years = [...new Set(held.map(yearOf))];
    const year = asked ?? years[0] ?? null;
    const rows = held.filter((row) => yearOf(row) === year);
    const facts = await factsOf(rows);
    return {
      year,
      years: years.map((one) => ({ year: one })),
      meetings: rows.map((row, index) => ({
        meetingId: row.id,
        heldOn: row.heldOn,
        figures: shown(lookBack(facts.slice(index, index + 1), today)),
      })),
      total: shown(lookBack(facts, today)),
    };
  }
}

const yearOf = ({ heldOn }: HeldRow): number => Number(heldOn.slice(0, 4));

const shown = ({ decisions, ...figures }: LookBackFigures): LookBackFiguresView => ({
  ...figures,
  decisions: DECISION_KINDS.map((kind) => ({ kind, count: decisions[kind] })),
});

async function factsOf(rows: readonly HeldRow[]): Promise<HeldMeeting[]> {
  const ids = rows.map(({ id }) => id);
  const [lines, places, decisions, actions, topics] = await Promise.all([
    linesOfHeld(ids),
    placesOfHeld(ids),
    decisionsOfHeld(ids),
    actionsOfHeld(ids),
    broughtInTo(ids),
  ]);
  const confirmed = new Map<string, number>();
  for (const id of ids) confirmed.set(id, (await confirmedRowsOf(id)).length);
  return rows.map(({ id, startedAt, endedAt, minutes, reopened }) => {
    const ofThis = <Row extends { readonly meetingId: string }>(all: readonly Row[]): Row[] =>
      all.filter(({ meetingId }) => meetingId === id);
    const mine = ofThis(lines);
    return {
      startedAt,
      endedAt,
      plannedMinutes: minutes,
      outcomes: mine.map(({ outcome }) => outcome),
      notShared: (ofThis(places)[0]?.places ?? 0) - mine.length,
      decisions: ofThis(decisions),
      actions: ofThis(actions),
      byHand: {
        broughtIn: ofThis(topics).length,
        questions: mine.filter(({ isAsked }) => isAsked).length,
        confirmed: confirmed.get(id) ?? 0,
        outcomes: mine.filter(({ isNoted }) => isNoted).length,
        feedback: mine.filter(({ isTold }) => isTold).length,
        reopened,
      },
    };
  });
}
