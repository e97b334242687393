import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type Day, type StaffRole } from '@samenoud/domain';
import { ProposeHandover } from '../handovers/propose-handover.service.ts';
import { withIds } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { Act } from '../platform/request/transaction.ts';
import { idsOf } from './demo-ids.ts';
import type { DemoPractice } from './demo-people.ts';
import { signedIn } from './demo-staff.ts';

/** The first of her clients, by name. */
const OWN_CLIENT = `SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND case_manager_id = ctx.user_id()
  ORDER BY sort_name, id LIMIT 1`;

/** A wijkverpleegkundige who goes on leave next week has asked the POH yesterday: it waits on her start page. */
export function handoverActs(app: INestApplicationContext, { practice }: DemoPractice, day: Day): Act[] {
  const members = practice.organisations.flatMap((organisation) => organisation.members);
  const first = (role: StaffRole): string | undefined => members.find((member) => member.role === role)?.id;
  const [giver, receiver] = [first('DISTRICT_NURSE'), first('PRACTICE_NURSE')];
  if (giver === undefined || receiver === undefined) return [];
  const at = `${addDays(day, -1)}T14:00:00Z`;
  const propose = async (): Promise<void> => {
    const [client] = await query<{ id: string }>(OWN_CLIENT);
    if (!client) return;
    await app.get(ProposeHandover, { strict: false }).propose({
      clientId: client.id,
      toUserId: receiver,
      fromOn: addDays(day, 5),
      untilOn: addDays(day, 19),
      reason: 'Vakantie',
    });
  };
  const ids = idsOf(`${day}|${practice.shortName}|handover`, at);
  const origin = { requestId: `demo-${practice.shortName}-handover`, address: 'console', now: at };
  return [{ user: signedIn(practice, giver), origin, work: () => withIds(ids, propose) }];
}
