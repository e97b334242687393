import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type Day } from '@samenoud/domain';
import { newId } from '../platform/http/uuid.ts';
import { Transactions } from '../platform/request/transaction.ts';
import { Recertifications } from '../users/recertification.service.ts';
import { momentOn } from './demo-days.ts';
import type { DemoPractice } from './demo-people.ts';
import { signedIn } from './demo-staff.ts';

const DAYS_AGO = 40;

/** The manager looked some weeks ago who works here: at everybody but herself and, in the north, home care. */
export async function confirmPeople(app: INestApplicationContext, demo: DemoPractice, day: Day): Promise<void> {
  const { practice, region } = demo;
  const members = practice.organisations
    .filter(({ kind }) => region === 'SOUTH' || kind !== 'HOME_CARE')
    .flatMap((organisation) => organisation.members);
  const manager = members.find(({ role }) => role === 'PRACTICE_MANAGER');
  if (!manager) throw new Error('the demo has no manager');
  const origin = { requestId: newId(), address: 'console', now: momentOn(addDays(day, -DAYS_AGO), 10, 0) };
  const others = members.filter(({ id }) => id !== manager.id).map(({ id }) => id);
  await app
    .get(Transactions, { strict: false })
    .run(signedIn(practice, manager.id), origin, () => app.get(Recertifications, { strict: false }).keep(others));
}
