import { oracleAge } from '../oracles/age-oracle.ts';
import { pick, type Random } from '../support/random.ts';

/** Reference days around which ages are easily counted wrong. Source: domain reference 7. */
export const REFERENCE_DAYS = ['2027-02-28', '2027-03-01', '2028-02-29', '2026-12-31', '2027-06-15'] as const;

export type ClientStatus = 'ACTIVE' | 'ADMITTED' | 'DEREGISTERED' | 'MOVED' | 'DECEASED';
export type LeftOut = 'STATUS' | 'TOO_YOUNG' | 'NOT_AT_HOME' | 'DO_NOT_INVITE' | 'RESTRICTED' | 'IN_OTHER_ROUND';

/** A client as this harness registers her; the token stands in her name and in no other. */
export interface Addressee {
  readonly number: number;
  readonly token: string;
  readonly given: string;
  readonly prefix: string | null;
  readonly family: string;
  readonly birthDate: string;
  readonly livesAtHome: boolean;
  readonly doNotInvite: boolean;
  readonly largePrint: boolean;
  readonly hasAddress: boolean;
  readonly letterAddressUntil: 'NONE' | 'EVER' | 'LATER' | 'PAST';
  status: ClientStatus;
  noPost: boolean;
  inOtherRound: boolean;
  clientId: string;
}

/** Prefix, family name, first name. Source: trust paper 9. */
const NAMES: readonly (readonly [string | null, string, string])[] = [
  ['van der', 'Berg', 'Johanna'], ["'t", 'Hooft', 'Geert'], ['van', "'s-Gravesande", 'Neeltje'], [null, 'IJsbrand', 'Wiebe'],
  ['de la', 'Rivière', 'François'], [null, 'Öztürk', 'Şükrü'], [null, 'Işık', 'Işıl'], [null, 'Nguyễn', 'Hòa'], [null, 'Ångström', 'Åke'],
  [null, 'Jansen', 'Zoë'], [null, 'Pietersma', 'Zoe\u0308'], [null, "O'Brien", 'Séan'], [null, 'O’Brien', 'Bríd'], [null, 'Null', 'Anna'],
  [null, 'Ab'.repeat(80), 'Lang'], [null, 'Groß', 'Änne'], [null, 'Ĳsbrand', 'Ĳda'], [null, 'Łukaszewicz', 'Zbigniew'], [null, 'Čapek', 'Ďuro'],
]; // prettier-ignore

const LEAP_BIRTHS = [
  '1952-02-29',
  '1952-02-28',
  '1952-03-01',
  '1953-02-28',
  '1953-03-01',
  '1948-02-29',
  '1951-12-31',
  '1952-06-15',
  '1952-06-16',
];

export function anyAddressee(random: Random, number: number): Addressee {
  const [prefix, family, given] = pick(random, NAMES);
  const token = `Q${[...String(number).padStart(3, '0')].map((digit) => 'abcdefghij'[Number(digit)] ?? '').join('')}x`;
  const chance = (share: number): boolean => random() < share;
  return {
    number,
    token,
    given,
    prefix,
    family: `${family} ${token}`,
    birthDate: chance(0.3)
      ? pick(random, LEAP_BIRTHS)
      : `19${20 + Math.floor(random() * 25)}-0${1 + Math.floor(random() * 9)}-17`,
    livesAtHome: !chance(0.06),
    doNotInvite: chance(0.06),
    largePrint: chance(0.2),
    hasAddress: !chance(0.06),
    letterAddressUntil: chance(0.3) ? pick(random, ['EVER', 'LATER', 'PAST'] as const) : 'NONE',
    status: chance(0.1) ? pick(random, ['ADMITTED', 'DEREGISTERED', 'MOVED', 'DECEASED'] as const) : 'ACTIVE',
    noPost: chance(0.1),
    inOtherRound: false,
    clientId: '',
  };
}

/** Why she is not invited, at the first reason that fits; null when she is. Source: domain reference 7. */
export function leftOutFor(one: Addressee, referenceDay: string): LeftOut | null {
  if (one.status !== 'ACTIVE') return 'STATUS';
  if ((oracleAge(one.birthDate, referenceDay) ?? 0) < 75) return 'TOO_YOUNG';
  if (!one.livesAtHome) return 'NOT_AT_HOME';
  if (one.doNotInvite) return 'DO_NOT_INVITE';
  return one.inOtherRound ? 'IN_OTHER_ROUND' : null;
}

const YEAR_AHEAD = '2099-01-01';
const LONG_AGO = '2020-01-01';

export const homeStreet = ({ token }: Addressee): string => `Thuis${token}straat`;
export const letterStreet = ({ token }: Addressee): string => `Post${token}weg`;
export const goesElsewhere = ({ letterAddressUntil }: Addressee): boolean =>
  letterAddressUntil === 'EVER' || letterAddressUntil === 'LATER';

export const hasSomewhereToGo = (one: Addressee): boolean => one.hasAddress || goesElsewhere(one);

/** The body that registers her. */
export function registration(one: Addressee): object {
  const { given, prefix, family, birthDate, livesAtHome, status, noPost, largePrint, doNotInvite, letterAddressUntil } =
    one;
  const house = { houseNumber: '7', postcode: '9501 AB', city: 'Stadskanaal' };
  const until = { EVER: null, LATER: YEAR_AHEAD, PAST: LONG_AGO, NONE: null }[letterAddressUntil];
  const letterAddress =
    letterAddressUntil === 'NONE'
      ? null
      : { recipient: `Fam. ${one.token}helper`, street: letterStreet(one), ...house, until };
  return {
    name: { initials: `${given.normalize('NFC').charAt(0)}.`, given, prefix, family },
    sex: 'FEMALE',
    birthDate,
    livesAtHome,
    status,
    ...(status === 'ACTIVE' ? {} : { statusOn: '2026-01-05' }),
    address: one.hasAddress ? { street: homeStreet(one), ...house } : {},
    marks: {
      noPost,
      ...(noPost ? { noPostReason: 'wil niet' } : {}),
      largePrint,
      letterAddress,
      ...(doNotInvite ? { doNotInviteOn: '2026-01-05', doNotInviteReason: 'wil niet' } : {}),
    },
    confirmDuplicate: true,
  };
}
