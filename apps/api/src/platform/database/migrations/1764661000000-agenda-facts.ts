import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which row, and whose consent decides who may know of it. */
const row = (alias: string, id = `${alias}.id`): string =>
  `json_build_object('id', ${id}, 'category', ${alias}.category, 'ownerOrgId', ${alias}.owner_org_id)`;

const dutchDay = (instant: string): string => `(${instant} AT TIME ZONE 'Europe/Amsterdam')::date`;

/** Rows of one kind of the clients an agenda can be about; `fact` is read by the rules as it is. */
const facts = (kind: string, alias: string, fact: string, from: string): string =>
  `SELECT c.id AS client_id, '${kind}' AS kind, ${fact} AS fact FROM clients c ${from.replace('ON_CLIENT', `ON ${alias}.practice_id = c.practice_id AND ${alias}.client_id = c.id`)}`;

/**
 * What an agenda is built from: days, codes and states of all clients of the practice, no text. With the sight of the practice,
 * as an agenda is the same whoever asks for it; who may see a reason is decided where it is read, by its row. Source: domain.md 10.
 */
const SOURCES = [
  facts(
    'signals',
    's',
    `json_build_object('row', ${row('s')}, 'type', s.type, 'state', s.state, 'urgent', s.urgency = 'URGENT', 'recordedOn', ${dutchDay('s.recorded_at')})`,
    `JOIN care.signal s ON_CLIENT AND s.state = 'ON_AGENDA'`,
  ),
  facts(
    'plans',
    'p',
    `json_build_object('row', ${row('p')}, 'state', p.state, 'discussedOn', p.discussed_on, 'nextEvaluationOn', p.next_evaluation_on)`,
    `JOIN care.care_plan p ON_CLIENT AND p.state <> 'CLOSED'`,
  ),
  facts(
    'medicationReviews',
    't',
    `json_build_object('row', ${row('t')}, 'nextOn', t.content ->> 'nextMedicationReviewOn')`,
    `JOIN care.treatment_plan t ON_CLIENT AND t.content ->> 'nextMedicationReviewOn' IS NOT NULL`,
  ),
  facts(
    'referrals',
    'r',
    `json_build_object('row', ${row('r')}, 'type', r.type, 'state', r.state, 'dueOn', r.due_on, 'feedback', f.feedback)`,
    `JOIN care.referral r ON_CLIENT AND r.state <> 'CLOSED'
     LEFT JOIN LATERAL (SELECT json_build_object('row', ${row('e')}, 'on', e.feedback_on, 'outcome', e.outcome) AS feedback
       FROM care.referral_step e WHERE e.practice_id = r.practice_id AND e.referral_id = r.id AND e.to_state = 'FEEDBACK_GIVEN'
       ORDER BY e.made_at DESC, e.id DESC LIMIT 1) f ON true`,
  ),
  facts(
    'invitations',
    'i',
    `json_build_object('row', ${row('i')}, 'state', i.state, 'madeOn', ${dutchDay('i.made_at')}, 'closedAt', ctx.utc(d.closed_at))`,
    `JOIN care.screening_invitation i ON_CLIENT
     JOIN care.screening_round d ON d.practice_id = i.practice_id AND d.id = i.round_id AND d.state = 'CLOSED'`,
  ),
  facts(
    'meetingActions',
    'a',
    `json_build_object('row', ${row('a')}, 'state', a.state, 'dueOn', a.due_on, 'meetingState', m.state, 'startsAt', ctx.utc(m.starts_at))`,
    `JOIN care.action a ON_CLIENT AND a.state = 'OPEN'
     JOIN care.agenda_item l ON l.practice_id = a.practice_id AND l.id = a.agenda_item_id
     JOIN care.meeting m ON m.practice_id = l.practice_id AND m.id = l.meeting_id`,
  ),
  facts(
    'lines',
    'l',
    `json_build_object('row', ${row('l')}, 'meetingId', m.id, 'meetingState', m.state, 'startsAt', ctx.utc(m.starts_at), 'outcome', l.outcome,
       'reasons', (SELECT coalesce(json_agg(json_build_object('code', x.code, 'rowId', x.row_id)), '[]') FROM care.agenda_reason x
         WHERE x.practice_id = l.practice_id AND x.item_id = l.id))`,
    `JOIN care.agenda_item l ON_CLIENT AND l.state = 'ON' AND l.outcome IS NOT NULL
     JOIN care.meeting m ON m.practice_id = l.practice_id AND m.id = l.meeting_id`,
  ),
  facts(
    'reviewDecisions',
    'd',
    `json_build_object('row', ${row('d')}, 'kind', d.kind, 'takenAt', ctx.utc(d.recorded_at), 'on', d.next_review_on)`,
    `JOIN care.decision d ON_CLIENT AND d.kind IN ('NEXT_REVIEW', 'END_REVIEW') AND d.reverses_id IS NULL
       AND NOT EXISTS (SELECT FROM care.decision u WHERE u.practice_id = d.practice_id AND u.reverses_id = d.id)`,
  ),
  facts(
    'additions',
    't',
    `json_build_object('row', ${row('t')}, 'addedOn', ${dutchDay('t.added_at')})`,
    `JOIN care.agenda_topic t ON_CLIENT AND t.meeting_id = p_meeting AND t.withdrawn_at IS NULL`,
  ),
];

/** The client, her standing assessment and her current assignment. */
const CLIENT = `SELECT c.id AS client_id, json_build_object('clientId', c.id, 'status', c.status, 'sortName', c.sort_name,
      'birthDate', c.birth_date, 'answeredOn', q.proposed_on,
      'assessment', CASE WHEN s.response_id IS NOT NULL THEN json_build_object('row', ${row('s', 's.response_id')},
        'completedAt', ctx.utc(r.completed_at), 'proposed', s.proposed_profile,
        'secondEntryPending', EXISTS (SELECT FROM care.second_entry e WHERE e.practice_id = r.practice_id AND e.response_id = r.id
          AND e.state IN ('PENDING', 'DIFFERENT'))) END,
      'assignment', CASE WHEN a.id IS NOT NULL THEN json_build_object('profile', a.profile, 'assignedAt', ctx.utc(a.assigned_at),
        'basisCompletedAt', ctx.utc(b.completed_at)) END) AS fact
    FROM clients c
    LEFT JOIN care.client_profile q ON q.practice_id = c.practice_id AND q.client_id = c.id
    LEFT JOIN care.response r ON r.practice_id = c.practice_id AND r.id = q.response_id
    LEFT JOIN care.assessment s ON s.practice_id = r.practice_id AND s.response_id = r.id
    LEFT JOIN LATERAL (SELECT * FROM care.profile_assignment a WHERE a.practice_id = c.practice_id AND a.client_id = c.id
      ORDER BY a.assigned_at DESC, a.id DESC LIMIT 1) a ON true
    LEFT JOIN care.response b ON b.practice_id = a.practice_id AND b.id = a.response_id`;

/** The facts by which the agenda of a meeting builds itself; of a meeting whose agenda stands still there are none. */
export class AgendaFacts1764661000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.agenda_facts(p_meeting uuid) RETURNS TABLE (client json, lists json)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx
        -- every part reads a table of the practice once; without statistics the planner would do it anew for each client
        SET enable_nestloop = off SET jit = off AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM care.meeting WHERE practice_id = ctx.practice_id() AND id = p_meeting AND state IN ('DRAFT', 'OPEN')) THEN
          RETURN;
        END IF;
        RETURN QUERY WITH clients AS MATERIALIZED (SELECT * FROM care.client k
          WHERE k.practice_id = ctx.practice_id() AND k.status IN ('ACTIVE', 'ADMITTED') AND k.merged_into IS NULL),
        found AS (${SOURCES.join('\n        UNION ALL ')}),
        lists AS (SELECT g.client_id, json_object_agg(g.kind, g.facts) AS lists
          FROM (SELECT f.client_id, f.kind, json_agg(f.fact) AS facts FROM found f GROUP BY 1, 2) g GROUP BY 1)
        SELECT p.fact, l.lists FROM (${CLIENT}) p LEFT JOIN lists l ON l.client_id = p.client_id;
      END $$;
      REVOKE ALL ON FUNCTION care.agenda_facts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.agenda_facts(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION care.agenda_facts(uuid)');
  }
}
