import { addDays, type Day } from '@samenoud/domain';
import type { NewContact } from './demo-records.ts';
import { type Family, FAMILIES, joinedName, MEN, WOMEN } from './name-lists.ts';
import type { Random } from './random.ts';

/** Made-up numbers of the region. */
export interface Phones {
  readonly mobile: () => string;
  readonly landline: () => string;
}

/** A child, now and then a neighbour: whom to call first. */
export function makeContacts(random: Random, day: Day, family: Family, phones: Phones, first: boolean): NewContact[] {
  if (!random.chance(first ? 0.88 : 0.6)) return [];
  const daughter = random.chance(0.55);
  const child: NewContact = {
    name: `${daughter ? 'Mevr.' : 'Dhr.'} ${random.pick(daughter ? WOMEN : MEN).charAt(0)}. ${joinedName(family)}`,
    relation: daughter ? 'dochter' : 'zoon',
    phone: phones.mobile(),
    roleCode: first ? '01' : '02',
    isFirstContact: first,
    ...(random.chance(0.06)
      ? {
          representativeKind: random.pick(['MENTOR', 'AUTHORISED', 'FAMILY']),
          documentSeenOn: addDays(day, -random.int(900, 1200)),
        }
      : {}),
  };
  const neighbour = {
    name: `Mevr. ${joinedName(random.pick(FAMILIES))}`,
    relation: 'buurvrouw',
    phone: phones.landline(),
    roleCode: '19',
  };
  return random.chance(0.15) ? [child, neighbour] : [child];
}
