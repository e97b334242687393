import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type Day, type StaffRole } from '@samenoud/domain';
import { Contacts } from '../contacts/contacts.service.ts';
import { withIds } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { Act } from '../platform/request/transaction.ts';
import { idsOf } from './demo-ids.ts';
import type { DemoPractice } from './demo-people.ts';
import { signedIn } from './demo-staff.ts';

type Recorded = Parameters<Contacts['record']>[1];

const CASE_MANAGERS: readonly StaffRole[] = ['DISTRICT_NURSE', 'ELDERLY_ADVISER'];

/** Her own clients, in an order of their own, so that what happens to them differs from the order by name. */
const OWN_CLIENTS = `SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND case_manager_id = ctx.user_id() AND status = 'ACTIVE'
  ORDER BY birth_date, id LIMIT $1`;

/** What case managers wrote down in the last weeks: visits of today, one that is late, somebody who did not answer, signals. */
const contactsOf = (day: Day): readonly Recorded[] => [
  {
    on: addDays(day, -21),
    type: 'HOME_VISIT',
    present: 'dochter',
    note: 'Koffie gedronken in de tuin. Wil weer zelf naar de markt; de stoep bij de brug is nog te hoog.',
    next: { on: day, type: 'HOME_VISIT', time: '10:00' },
  },
  {
    on: addDays(day, -14),
    type: 'PHONE',
    note: 'De nieuwe rollator bevalt. Slaapt beter sinds de wandelingen.',
    next: { on: day, type: 'HOME_VISIT', time: '13:30' },
    signals: [{ type: 'FALL', text: 'Gestruikeld over de drempel, niets gebroken' }],
  },
  { on: addDays(day, -7), type: 'PHONE', note: 'Belt zelf als het eten niet komt.', next: { on: day, type: 'PHONE' } },
  {
    on: addDays(day, -4),
    type: 'HOME_VISIT',
    present: 'buurvrouw',
    note: 'Is weer thuis. Vraagt hulp bij de steunkousen.',
    next: { on: addDays(day, 10), type: 'HOME_VISIT' },
    signals: [{ type: 'HOSPITAL_DISCHARGE', text: 'Na vier dagen naar huis' }],
  },
  { on: addDays(day, -30), type: 'HOME_VISIT', note: 'Alles rustig.', next: { on: addDays(day, -2), type: 'PHONE' } },
  { on: addDays(day, -1), type: 'PHONE', reached: false, next: { on: addDays(day, 1), type: 'PHONE' } },
  {
    on: addDays(day, -9),
    type: 'MESSAGE',
    note: 'Vraagt of de dagbesteding ook op dinsdag kan.',
    next: { on: addDays(day, 20), type: 'HOME_VISIT' },
    signals: [{ type: 'LONELINESS', text: 'Ziet weinig mensen sinds de buren verhuisd zijn' }],
  },
];

/** Each case manager sat down yesterday afternoon and wrote it down. */
export function contactActs(app: INestApplicationContext, { practice }: DemoPractice, day: Day): Act[] {
  const at = `${addDays(day, -1)}T15:30:00Z`;
  const members = practice.organisations.flatMap((organisation) => organisation.members);
  const record = async (): Promise<void> => {
    const recorded = contactsOf(day).filter(({ on }) => on !== undefined && on < day);
    const clients = await query<{ id: string }>(OWN_CLIENTS, [recorded.length]);
    for (const [place, { id }] of clients.entries()) {
      const contact = recorded[place];
      if (contact) await app.get(Contacts, { strict: false }).record(id, contact);
    }
  };
  return members
    .filter(({ role }) => CASE_MANAGERS.includes(role))
    .map(({ id }) => ({
      user: signedIn(practice, id),
      origin: { requestId: `demo-${practice.shortName}-contacts-${id}`, address: 'console', now: at },
      work: () => withIds(idsOf(`${day}|${practice.shortName}|contacts|${id}`, at), record),
    }));
}
