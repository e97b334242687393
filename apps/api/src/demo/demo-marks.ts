import { addDays, type Day } from '@samenoud/domain';
import type { NewAddress, NewMarks } from './demo-records.ts';
import {
  AT_THE_DOOR,
  DO_NOT_INVITE_REASON,
  GETTING_IN,
  LARGE_PRINT_AID,
  NO_POST_REASON,
  PREFERRED_MOMENTS,
} from './demo-words.ts';
import { FAMILIES, joinedName, WOMEN } from './name-lists.ts';
import type { Random } from './random.ts';

/** How to speak, write and get in: most people have nothing special. */
export function makeMarks(random: Random, day: Day, address: () => NewAddress): NewMarks {
  const seeing = random.weighted([
    ['NORMAL', 80],
    ['HARD', 14],
    ['AID', 6],
  ]);
  const largePrint = seeing !== 'NORMAL' && random.chance(0.6);
  const refuses = random.chance(0.02);
  return {
    largePrint,
    seeing,
    hearing: random.weighted([
      ['NORMAL', 72],
      ['HARD', 16],
      ['AID', 12],
    ]),
    ...(seeing === 'AID' ? { aid: LARGE_PRINT_AID } : {}),
    ...(random.chance(0.25)
      ? { preferredChannel: random.pick(['PHONE', 'HOME_VISIT']), preferredMoment: random.pick(PREFERRED_MOMENTS) }
      : {}),
    ...(random.chance(0.12) ? { gettingIn: random.pick(GETTING_IN) } : {}),
    ...(random.chance(0.07) ? { atTheDoor: random.pick(AT_THE_DOOR) } : {}),
    ...(random.chance(0.01) ? { noPost: true, noPostReason: NO_POST_REASON } : {}),
    ...(refuses ? { doNotInviteOn: addDays(day, -random.int(80, 300)), doNotInviteReason: DO_NOT_INVITE_REASON } : {}),
    ...(random.chance(0.03)
      ? {
          letterAddress: {
            recipient: `Mevr. ${random.pick(WOMEN).charAt(0)}. ${joinedName(random.pick(FAMILIES))}`,
            ...address(),
          },
        }
      : {}),
  };
}
