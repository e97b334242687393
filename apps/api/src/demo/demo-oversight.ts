import type { INestApplicationContext } from '@nestjs/common';
import { addDays, addMonths, type Day, type StaffRole } from '@samenoud/domain';
import { BreakGlass } from '../break-glass/break-glass.service.ts';
import { Clients } from '../clients/clients.service.ts';
import { Destructions } from '../destructions/destructions.service.ts';
import { Merges } from '../merges/merges.service.ts';
import { withIds } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { Act } from '../platform/request/transaction.ts';
import { idsOf } from './demo-ids.ts';
import type { DemoPractice } from './demo-people.ts';
import type { NewClient } from './demo-records.ts';
import { signedIn } from './demo-staff.ts';
import { DESTRUCTION_NOTE, DOUBLE_REASON, EMERGENCY_REASON } from './demo-words.ts';

/** A client in whose team the person at hand has no place. */
const OF_OTHERS = `SELECT m.client_id AS id FROM care.team_member m WHERE m.practice_id = ctx.practice_id() AND m.reason = 'GP'
  AND NOT EXISTS (SELECT FROM care.team_member o WHERE o.practice_id = m.practice_id AND o.client_id = m.client_id
    AND o.user_id = ctx.user_id()) ORDER BY m.client_id LIMIT 1`;
const FROM_THE_END = `SELECT id, initials, given_name AS given, name_prefix AS prefix, family_name AS family, sex, birth_date AS "birthDate"
  FROM care.client WHERE practice_id = ctx.practice_id() AND status = 'ACTIVE' ORDER BY sort_name DESC, id OFFSET $1 LIMIT 1`;

interface Found extends Pick<NewClient, 'sex' | 'birthDate'> {
  readonly id: string;
  readonly initials: string | null;
  readonly given: string | null;
  readonly prefix: string | null;
  readonly family: string;
}

/** Years ago of the last change of a record that nobody threw away. */
const LONG_AGO_YEARS = 21;
const LONG_GONE = { name: { initials: 'W.', family: 'Oldenkamp' }, sex: 'MALE', birthDate: '1919-05-05' } as const;

/** What waits for an eye: emergency access of yesterday, a double, a request to destroy, and a record whose term is over. */
export function oversightActs(app: INestApplicationContext, { practice }: DemoPractice, day: Day): Act[] {
  const members = practice.organisations.flatMap((organisation) => organisation.members);
  const act = (name: string, role: StaffRole, at: string, work: () => Promise<unknown>): Act[] => {
    const by = members.find((member) => member.role === role)?.id;
    if (by === undefined || practice.shortName === 'leeg') return [];
    const origin = { requestId: `demo-${practice.shortName}-${name}`, address: 'console', now: at };
    const ids = idsOf(`${day}|${practice.shortName}|${name}`, at);
    return [{ user: signedIn(practice, by), origin, work: () => withIds(ids, work) }];
  };
  return [
    ...act('old', 'PRACTICE_ASSISTANT', `${addMonths(day, -12 * LONG_AGO_YEARS)}T09:00:00Z`, () =>
      app.get(Clients, { strict: false }).create({ ...LONG_GONE, status: 'DECEASED' }),
    ),
    ...act('emergency', 'ELDERLY_CARE_PHYSICIAN', `${addDays(day, -1)}T07:20:00Z`, () => openInEmergency(app)),
    ...act('double', 'PRACTICE_ASSISTANT', `${addDays(day, -1)}T10:00:00Z`, () => proposeMerge(app)),
    ...act('destruction', 'PRACTICE_NURSE', `${addDays(day, -1)}T11:00:00Z`, () =>
      askDestruction(app, addDays(day, -80)),
    ),
  ];
}

async function openInEmergency(app: INestApplicationContext): Promise<void> {
  const [client] = await query<{ id: string }>(OF_OTHERS);
  const body = { reasonCode: 'ACUTE_CARE', reason: EMERGENCY_REASON } as const;
  if (client) await app.get(BreakGlass, { strict: false }).begin(client.id, body);
}

/** Somebody was registered twice: with and without her number. */
async function proposeMerge(app: INestApplicationContext): Promise<void> {
  const [client] = await query<Found>(FROM_THE_END, [0]);
  if (!client) return;
  const { id, initials, given, prefix, family, sex, birthDate } = client;
  const name = { family, ...(initials && { initials }), ...(given && { given }), ...(prefix && { prefix }) };
  const double = await app.get(Clients, { strict: false }).create({ name, sex, birthDate, confirmDuplicate: true });
  const pair = { survivorId: id, mergedId: double.id, reason: DOUBLE_REASON };
  await app.get(Merges, { strict: false }).propose(pair);
}

async function askDestruction(app: INestApplicationContext, requestedOn: Day): Promise<void> {
  const [client] = await query<Found>(FROM_THE_END, [2]);
  const wish = { requestedBy: 'CLIENT', requestedOn, note: DESTRUCTION_NOTE } as const;
  if (client) await app.get(Destructions, { strict: false }).register(client.id, wish);
}
