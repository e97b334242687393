import { Injectable } from '@nestjs/common';
import { agendaDays, type AgendaFacts, type AgendaLine, agendaLines } from '@samenoud/domain';
import { query, queryOne, requestContext } from '../../platform/request/request-context.ts';

type ClientFacts = Pick<
  AgendaFacts,
  'clientId' | 'status' | 'sortName' | 'birthDate' | 'assessment' | 'assignment' | 'answeredOn'
>;
type FactLists = Omit<AgendaFacts, keyof ClientFacts>;
type FactRow = { readonly client: ClientFacts; readonly lists: Partial<FactLists> | null };

/** Of a client there are only the lists that have something in them. */
const EMPTY: FactLists = {
  lines: [],
  meetingActions: [],
  signals: [],
  plans: [],
  reviewDecisions: [],
  medicationReviews: [],
  invitations: [],
  referrals: [],
  additions: [],
};

interface MeetingRow {
  readonly startsAt: string;
  readonly nextStartsAt: string | null;
}

/**
 * Builds the agenda of a meeting that is being prepared: one statement gathers the facts of all clients of the practice who are
 * active or admitted, whoever asks, and the rules of the domain decide. What a reader may see of it is asked where it is read.
 */
@Injectable()
export class AgendaBuilder {
  /** The lines in their order, as of today; none once the agenda stands still. The meeting is of this practice. */
  async linesOf(meetingId: string): Promise<readonly AgendaLine[]> {
    const { startsAt, nextStartsAt } = await queryOne<MeetingRow>(
      `SELECT ctx.utc(m.starts_at) AS "startsAt", (SELECT ctx.utc(min(n.starts_at)) FROM care.meeting n
         WHERE n.practice_id = ctx.practice_id() AND n.state IN ('DRAFT', 'OPEN') AND n.starts_at > m.starts_at) AS "nextStartsAt"
       FROM care.meeting m WHERE m.practice_id = ctx.practice_id() AND m.id = $1`,
      [meetingId],
    );
    const rows = await query<FactRow>(`SELECT client, lists FROM care.agenda_facts($1)`, [meetingId]);
    return agendaLines(
      rows.map(({ client, lists }) => Object.assign({}, EMPTY, client, lists)),
      { startsAt, ...agendaDays(startsAt, nextStartsAt), today: requestContext().today },
    );
  }
}
