import { ageOn, type Day, formatPhone, type NameUse, type PersonName } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { snakeCase } from '../platform/database/snake-naming.ts';
import type { HiddenPart } from '../platform/http/hidden.dto.ts';
import type { ClientEntity } from './client.entity.ts';
import type { Address, ClientListItem, ClientName, ClientView, Marks, ProfileSummary } from './client.dto.ts';

/** Columns of a client as the views need them, with the derived profile where it may be seen. */
export interface ClientRow extends ClientEntity {
  readonly profileOwnerId: string | null;
  readonly assignedProfile: string | null;
  readonly assignedOn: string | null;
  readonly assignedBy: string | null;
  readonly proposedProfile: string | null;
  readonly proposedOn: string | null;
  readonly possibleProfiles: string[] | null;
}

const COLUMNS: readonly (keyof ClientEntity)[] = [
  'id', 'practiceId', 'version', 'ownerOrgId', 'hisNumber', 'bsnCipher', 'initials', 'givenName', 'namePrefix', 'familyName',
  'partnerPrefix', 'partnerFamilyName', 'nameUse', 'sortName', 'sex', 'birthDate', 'street', 'houseNumber', 'houseSuffix',
  'postcode', 'city', 'phone', 'livesAtHome', 'status', 'statusOn', 'gpId', 'caseManagerId', 'language', 'interpreter',
  'largePrint', 'hearing', 'seeing', 'aid', 'preferredChannel', 'preferredMoment', 'gettingIn', 'atTheDoor', 'noPost',
  'noPostReason', 'letterAddress', 'doNotInviteOn', 'doNotInviteReason', 'restricted',
]; // prettier-ignore

const select = (alias: string, names: readonly string[]): string =>
  names.map((name) => `${sourceOf(alias, name)} AS "${name}"`).join(', ');

/** Everything as it is kept, but for the case manager, who may have begun or ended by herself since. */
function sourceOf(alias: string, name: string): string {
  return name === 'caseManagerId' ? caseManagerSql(alias) : `${alias}.${snakeCase(name)}`;
}

const PROFILE_COLUMNS = `p.owner_org_id AS "profileOwnerId", ${select('p', ['assignedProfile', 'assignedOn', 'assignedBy', 'proposedProfile', 'proposedOn', 'possibleProfiles'])}`;

/** Of the profile row `p` as a list sees it: which halves are not shared. */
export interface HiddenHalves {
  readonly assignedHidden: boolean | null;
  readonly proposedHidden: boolean | null;
}
/** A client as a list finds her. */
export type FoundRow = ClientRow & HiddenHalves;

export const HIDDEN_HALVES = 'p.assigned_hidden AS "assignedHidden", p.proposed_hidden AS "proposedHidden"';

export const hiddenHalves = ({ assignedHidden, proposedHidden }: HiddenHalves): HiddenPart[] => [
  ...(assignedHidden ? [{ pointer: '/profile/assigned', code: 'NO_BASIS' } as const] : []),
  ...(proposedHidden ? [{ pointer: '/profile/proposed', code: 'NO_BASIS' } as const] : []),
];

/** Select list of a whole client with the profile row `p`. */
export const CLIENT_COLUMNS = `${select('c', COLUMNS)}, ${PROFILE_COLUMNS}`;

/** Select list of one line of a list. */
export const LIST_COLUMNS = `${select('c', [
  'id', 'version', 'hisNumber', 'initials', 'givenName', 'namePrefix', 'familyName', 'partnerPrefix', 'partnerFamilyName',
  'nameUse', 'sortName', 'sex', 'birthDate', 'city', 'status', 'gpId', 'caseManagerId',
])}, ${PROFILE_COLUMNS}`; // prettier-ignore

/** The name as the domain knows it. */
export function personName(row: ClientRow | ClientEntity): PersonName {
  return {
    initials: row.initials,
    given: row.givenName,
    prefix: row.namePrefix,
    family: row.familyName,
    partnerPrefix: row.partnerPrefix,
    partnerFamily: row.partnerFamilyName,
    use: row.nameUse as NameUse,
  };
}

function nameView(row: ClientRow): ClientName {
  const { initials, given, prefix, family, partnerPrefix, partnerFamily } = personName(row);
  return {
    initials: initials ?? null,
    given: given ?? null,
    prefix: prefix ?? null,
    family,
    partnerPrefix: partnerPrefix ?? null,
    partnerFamily: partnerFamily ?? null,
    use: row.nameUse,
  };
}

/** Each half only where it is not hidden. */
export function profileView(
  row: ClientRow,
  { assignedHidden, proposedHidden }: Partial<HiddenHalves> = {},
): ProfileSummary {
  return {
    assigned: assignedHidden ? null : row.assignedProfile,
    assignedOn: assignedHidden ? null : row.assignedOn,
    assignedBy: assignedHidden ? null : row.assignedBy,
    proposed: proposedHidden ? null : row.proposedProfile,
    proposedOn: proposedHidden ? null : row.proposedOn,
    ...(row.possibleProfiles && !proposedHidden ? { possibleProfiles: row.possibleProfiles } : {}),
  };
}

export function addressView(row: ClientRow): Address {
  return {
    street: row.street,
    houseNumber: row.houseNumber,
    suffix: row.houseSuffix,
    postcode: row.postcode,
    city: row.city,
  };
}

export function marksView(row: ClientRow): Marks {
  const { language, interpreter, largePrint, hearing, seeing, aid, preferredChannel, preferredMoment } = row;
  const { gettingIn, atTheDoor, noPost, noPostReason, doNotInviteOn, doNotInviteReason } = row;
  const letterAddress = row.letterAddress as Marks['letterAddress'];
  return {
    language, interpreter, largePrint, hearing, seeing, aid, preferredChannel, preferredMoment, gettingIn, atTheDoor, noPost,
    noPostReason, letterAddress: letterAddress ?? null, doNotInviteOn, doNotInviteReason,
  }; // prettier-ignore
}

export function listItem(row: ClientRow, today: Day): ClientListItem {
  return {
    id: row.id,
    version: row.version,
    hisNumber: row.hisNumber,
    name: nameView(row),
    sex: row.sex,
    birthDate: row.birthDate,
    age: ageOn(row.birthDate, today),
    city: row.city,
    status: row.status,
    gpId: row.gpId,
    caseManagerId: row.caseManagerId,
  };
}

/** Everything but what depends on the asker: BSN and profile. */
export function clientView(row: ClientRow, today: Day): ClientView {
  const { city: _, ...line } = listItem(row, today);
  return {
    ...line,
    address: addressView(row),
    phone: row.phone === null ? null : formatPhone(row.phone),
    livesAtHome: row.livesAtHome,
    statusOn: row.statusOn,
    marks: marksView(row),
    restricted: row.restricted,
  };
}
