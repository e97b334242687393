import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type Day, type StaffRole } from '@samenoud/domain';
import { withIds } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { Act } from '../platform/request/transaction.ts';
import { Referrals } from '../referrals/referrals.service.ts';
import { idsOf } from './demo-ids.ts';
import type { DemoPractice } from './demo-people.ts';
import { signedIn } from './demo-staff.ts';

type Written = Parameters<Referrals['write']>[1];

const CASE_MANAGERS: readonly StaffRole[] = ['DISTRICT_NURSE', 'ELDERLY_ADVISER'];

/** Her own clients, each referral to another of them. */
const OWN_CLIENT = `SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND case_manager_id = ctx.user_id() AND status = 'ACTIVE'
  AND NOT restricted ORDER BY sort_name, id OFFSET $1 LIMIT 1`;
/** What was sent and is still hers to hear of. */
const SENT = `SELECT r.id, r.version FROM care.referral r JOIN care.client c ON c.practice_id = r.practice_id AND c.id = r.client_id
  WHERE r.practice_id = ctx.practice_id() AND r.referrer_id = ctx.user_id() AND r.type = $1 AND r.state = 'SENT'
    AND c.case_manager_id = ctx.user_id() AND NOT c.restricted ORDER BY r.id`;

const WELFARE: Written = {
  type: 'WELFARE_ON_PRESCRIPTION',
  receiver: 'Welzijnscoach van het buurthuis',
  receiverContact: '0599 550140',
  reason: 'Wil weer onder de mensen komen.',
};
const PHYSIOTHERAPY: Written = {
  type: 'PHYSIOTHERAPY',
  receiver: 'Fysiotherapie De Brug',
  reason: 'Wil weer zelf naar de markt lopen.',
};
const VISITOR: Written = {
  type: 'VOLUNTEER_VISIT',
  receiver: 'Samen Sterker',
  reason: 'Krijgt weinig bezoek en praat graag over vroeger.',
};

interface Step {
  /** Days before the day of seeding. */
  readonly ago: number;
  readonly work: (app: INestApplicationContext, on: Day) => Promise<void>;
}

/** Of each case manager one that stays silent, one that was answered, and one that waits to be sent. */
const STEPS: readonly Step[] = [
  { ago: 55, work: (app, on) => write(app, 0, WELFARE, on) },
  { ago: 30, work: (app, on) => write(app, 1, PHYSIOTHERAPY, on) },
  {
    ago: 6,
    work: (app, on) => tell(app, PHYSIOTHERAPY.type, 'Oefent twee keer in de week, het lopen gaat beter.', on),
  },
  { ago: 1, work: (app) => write(app, 2, VISITOR) },
];

/** With `permittedOn` it is sent as well. */
async function write(app: INestApplicationContext, place: number, referral: Written, permittedOn?: Day): Promise<void> {
  const [client] = await query<{ id: string }>(OWN_CLIENT, [place]);
  if (client === undefined) return;
  const referrals = app.get(Referrals, { strict: false });
  const { id } = await referrals.write(client.id, referral);
  if (permittedOn !== undefined) await referrals.send(id, '"1"', { permission: { on: permittedOn } });
}

async function tell(app: INestApplicationContext, type: string, text: string, on: Day): Promise<void> {
  for (const { id, version } of await query<{ id: string; version: number }>(SENT, [type]))
    await app.get(Referrals, { strict: false }).feedback(id, `"${version}"`, { on, text, outcome: 'STARTED' });
}

export function referralActs(app: INestApplicationContext, { practice }: DemoPractice, day: Day): Act[] {
  const members = practice.organisations.flatMap((organisation) => organisation.members);
  return members
    .filter(({ role }) => CASE_MANAGERS.includes(role))
    .flatMap(({ id }) =>
      STEPS.map(({ ago, work }) => {
        const on = addDays(day, -ago);
        const at = `${on}T14:30:00Z`;
        return {
          user: signedIn(practice, id),
          origin: { requestId: `demo-${practice.shortName}-referrals-${id}`, address: 'console', now: at },
          work: () => withIds(idsOf(`${day}|${practice.shortName}|referrals|${id}|${ago}`, at), () => work(app, on)),
        };
      }),
    );
}
