import {
  birthDateProblem, type Day, normaliseForSearch, normalisePhone, normalisePostcode, searchForms, sortKey,
} from '@samenoud/domain'; // prettier-ignore
import { type FieldProblem, invalidInput } from '../platform/http/problem.ts';
import type { Address, ClientName, CreateClient, LetterAddress, Marks, UpdateClient } from './client.dto.ts';
import type { ClientEntity } from './client.entity.ts';
import { addressView, type ClientRow, marksView, personName } from './client-row.ts';

/** Columns a writer changes; identity, owner and BSN are set apart. */
export type EditableColumns = Omit<
  ClientEntity,
  'practiceId' | 'id' | 'version' | 'ownerOrgId' | 'bsnCipher' | 'bsnBidx' | 'caseManagerId' | 'restricted'
>;

const NO_MARKS: Required<Marks> = {
  language: 'nl', interpreter: false, largePrint: false, hearing: 'NORMAL', seeing: 'NORMAL', aid: null, preferredChannel: null,
  preferredMoment: null, gettingIn: null, atTheDoor: null, noPost: false, noPostReason: null, letterAddress: null,
  doNotInviteOn: null, doNotInviteReason: null,
}; // prettier-ignore

/** Columns of a new client. Throws 400 at the field for an impossible birth date. */
export function columnsOfNew(body: CreateClient, today: Day): EditableColumns {
  return columns({
    hisNumber: body.hisNumber ?? null,
    name: body.name,
    sex: body.sex,
    birthDate: body.birthDate,
    address: body.address ?? {},
    phone: body.phone ?? null,
    livesAtHome: body.livesAtHome ?? true,
    status: body.status ?? 'ACTIVE',
    statusOn: body.statusOn ?? null,
    gpId: body.gpId ?? null,
    marks: { ...NO_MARKS, ...defined(body.marks) },
    today,
  });
}

/** Columns of a client with a change merged in: what the change leaves out stays as it is. */
export function columnsOfChange(row: ClientRow, body: UpdateClient, today: Day): EditableColumns {
  const name = { ...(personName(row) as ClientName), ...defined(body.name) };
  return columns({
    hisNumber: body.hisNumber === undefined ? row.hisNumber : body.hisNumber,
    name,
    sex: body.sex ?? row.sex,
    birthDate: body.birthDate ?? row.birthDate,
    address: body.address === null ? {} : { ...addressView(row), ...defined(body.address) },
    phone: body.phone === undefined ? row.phone : body.phone,
    livesAtHome: body.livesAtHome ?? row.livesAtHome,
    status: body.status ?? row.status,
    statusOn: body.statusOn === undefined ? row.statusOn : body.statusOn,
    gpId: body.gpId === undefined ? row.gpId : body.gpId,
    marks: { ...NO_MARKS, ...marksView(row), ...defined(body.marks) },
    today,
  });
}

interface WholeClient {
  readonly hisNumber: string | null;
  readonly name: ClientName;
  readonly sex: string;
  readonly birthDate: Day;
  readonly address: Address;
  readonly phone: string | null;
  readonly livesAtHome: boolean;
  readonly status: string;
  readonly statusOn: Day | null;
  readonly gpId: string | null;
  readonly marks: Required<Marks>;
  readonly today: Day;
}

function columns(client: WholeClient): EditableColumns {
  refuseImpossibleDays(client);
  const { name, marks } = client;
  const { letterAddress, ...ownMarks } = marks;
  const person = { ...name, use: (name.use ?? 'OWN') as 'OWN' };
  return {
    hisNumber: client.hisNumber?.trim() ?? null,
    initials: text(name.initials),
    givenName: text(name.given),
    namePrefix: text(name.prefix),
    familyName: name.family.trim(),
    partnerPrefix: text(name.partnerPrefix),
    partnerFamilyName: text(name.partnerFamily),
    nameUse: person.use,
    sortName: sortKey(person),
    searchText: ` ${searchForms(person).join(' ')} `,
    duplicateKey: duplicateKey(name.family),
    sex: client.sex,
    birthDate: client.birthDate,
    ...addressColumns(client.address),
    phone: client.phone === null ? null : (normalisePhone(client.phone) ?? null),
    livesAtHome: client.livesAtHome,
    status: client.status,
    statusOn: client.statusOn,
    gpId: client.gpId,
    ...ownMarks,
    letterAddress: letterAddress === null ? null : normalisedLetterAddress(letterAddress),
  };
}

function refuseImpossibleDays({ birthDate, statusOn, today }: WholeClient): void {
  const faults: FieldProblem[] = [];
  const problem = birthDateProblem(birthDate, today);
  if (problem !== undefined) faults.push({ pointer: '/birthDate', code: problem });
  if (statusOn !== null && statusOn > today) faults.push({ pointer: '/statusOn', code: 'IN_FUTURE' });
  else if (statusOn !== null && statusOn < birthDate) faults.push({ pointer: '/statusOn', code: 'BEFORE_BIRTH' });
  if (faults.length > 0) throw invalidInput(...faults);
}

/** The family name without prefix as duplicates are looked for. */
export function duplicateKey(family: string): string {
  return normaliseForSearch(family);
}

function addressColumns(
  address: Address,
): Pick<EditableColumns, 'street' | 'houseNumber' | 'houseSuffix' | 'postcode' | 'city'> {
  return {
    street: text(address.street),
    houseNumber: text(address.houseNumber),
    houseSuffix: text(address.suffix),
    postcode: address.postcode ? (normalisePostcode(address.postcode) ?? null) : null,
    city: text(address.city),
  };
}

function normalisedLetterAddress(address: LetterAddress): LetterAddress {
  return { ...address, postcode: address.postcode ? (normalisePostcode(address.postcode) ?? null) : null };
}

const text = (value: string | null | undefined): string | null => value?.trim() || null;

/** What a change really says: keys that were left out do not overwrite. */
function defined<T extends object>(change: T | null | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(change ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>;
}
