/** NL1 OWN, NL2 PARTNER, NL3 PARTNER_OWN, NL4 OWN_PARTNER. Source: Nictiz zib2020. */
export const NAME_USES = ['OWN', 'PARTNER', 'PARTNER_OWN', 'OWN_PARTNER'] as const;
export type NameUse = (typeof NAME_USES)[number];

type OptionalText = string | null | undefined;

export type PersonName = {
  readonly initials?: OptionalText;
  readonly given?: OptionalText;
  readonly prefix?: OptionalText;
  readonly family: string;
  readonly partnerPrefix?: OptionalText;
  readonly partnerFamily?: OptionalText;
  /** Unknown means OWN. */
  readonly use?: NameUse | null | undefined;
};

export type NamePart = { readonly prefix: string; readonly family: string };

function orderedParts(use: NameUse, own: NamePart, partner: NamePart): readonly [NamePart, ...NamePart[]] {
  if (use === 'PARTNER') return [partner];
  if (use === 'PARTNER_OWN') return [partner, own];
  return use === 'OWN_PARTNER' ? [own, partner] : [own];
}

/** The parts of the surname in the order in which they are used; without a partner's name always the own name. */
export function nameParts(name: PersonName): readonly [NamePart, ...NamePart[]] {
  const own = { prefix: name.prefix?.trim() ?? '', family: name.family };
  if (!name.partnerFamily) return [own];
  const partner = { prefix: name.partnerPrefix?.trim() ?? '', family: name.partnerFamily };
  return orderedParts(name.use ?? 'OWN', own, partner);
}

/** Prefix and family name; a prefix that ends in an apostrophe stands against it: d'Ancona. */
export function joinPrefix({ prefix, family }: NamePart): string {
  if (prefix === '') return family;
  return /['’]$/.test(prefix) ? `${prefix}${family}` : `${prefix} ${family}`;
}

/** Prefixes as stored, mostly small: van der Giessen-van Putten. */
export function surname(name: PersonName): string {
  return nameParts(name).map(joinPrefix).join('-');
}

function forenames(name: PersonName): string {
  return name.initials?.trim() || name.given?.trim() || '';
}

/** J. van Putten; with the first name when there are no initials. */
export function fullName(name: PersonName): string {
  const first = forenames(name);
  return first === '' ? salutationName(name) : `${first} ${surname(name)}`;
}

/** Without initials the first prefix gets a capital: Van Putten. d'Ancona and 't Hooft keep their small letter. */
export function salutationName(name: PersonName): string {
  const text = surname(name);
  const keepsSmall = nameParts(name)[0].prefix === '' || /^(?:['’]|d['’]$)/.test(nameParts(name)[0].prefix);
  return keepsSmall ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** For lists that are sorted by name: Giessen-van Putten, J. van der. */
export function listName(name: PersonName): string {
  const [main, ...others] = nameParts(name);
  const head = [main.family, ...others.map(joinPrefix)].join('-');
  const tail = [forenames(name), main.prefix].filter((part) => part !== '').join(' ');
  return tail === '' ? head : `${head}, ${tail}`;
}
