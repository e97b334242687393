/** Parts of made-up names and places; nobody is meant. Families carry their prefix, or none. */
export const WOMEN = [
  'Aaltje', 'Anna', 'Annechien', 'Berendina', 'Catharina', 'Cornelia', 'Dina', 'Elisabeth', 'Fennechien', 'Geertruida',
  'Geesje', 'Grietje', 'Harmina', 'Hendrika', 'Hilligje', 'Ida', 'Jacoba', 'Jantje', 'Johanna', 'Jozefien', 'Klaasje',
  'Lammechien', 'Margaretha', 'Maria', 'Marchien', 'Neeltje', 'Petronella', 'Roelfien', 'Rensje', 'Sina', 'Tjaakje',
  'Trijntje', 'Wilhelmina', 'Wubbechien', 'Zoë', 'Renée',
] as const; // prettier-ignore

export const MEN = [
  'Albert', 'Berend', 'Cornelis', 'Derk', 'Egbert', 'Eppo', 'Evert', 'Freerk', 'Geert', 'Gerrit', 'Harm', 'Hendrik',
  'Hindrik', 'IJsbrand', 'Jacob', 'Jakob', 'Jan', 'Johannes', 'Klaas', 'Koert', 'Lammert', 'Lucas', 'Marten', 'Meindert',
  'Otto', 'Pieter', 'René', 'Roelf', 'Siebe', 'Sikko', 'Tiemen', 'Willem', 'Wubbo', 'Wiebe',
] as const; // prettier-ignore

export type Family = readonly [prefix: string | null, name: string];

export const FAMILIES: readonly Family[] = [
  ...[
    'Alberts', 'Bakker', 'Beukema', 'Boelens', 'Bosman', 'Brouwer', 'Dekker', 'Dijkstra', 'Drenth', 'Eling', 'Evers', 'Fledderus',
    'Gelling', 'Greven', 'Haan', 'Hoekstra', 'Hoiting', 'Huizing', 'Jansen', 'Kamps', 'Kiers', 'Kruizinga', 'Kuipers', 'Lubbers',
    'Luth', 'Meijer', 'Mensinga', 'Mulder', 'Nijboer', 'Oosting', 'Pomp', 'Postma', 'Prins', 'Reinders', 'Scholte', 'Sikkens',
    'Smit', 'Steenge', 'Tepper', 'Timmer', 'Uneken', 'Visser', 'Wiersema', 'Wolters', 'Wubs', 'Zwiers', 'Bruïne', 'Cremér',
  ].map((name): Family => [null, name]),
  ['de', 'Boer'], ['de', 'Groot'], ['de', 'Jong'], ['de', 'Vries'], ['de', 'Weerd'], ['van', 'Dijk'], ['van', 'Dam'],
  ['van den', 'Berg'], ['van der', 'Laan'], ['van der', 'Meulen'], ['van der', 'Veen'], ['van der', 'Wal'], ['van ’t', 'Hof'],
  ['in ’t', 'Veld'], ['op den', 'Dries'], ['ten', 'Cate'], ['ter', 'Horst'], ['te', 'Velde'], ['uit de', 'Bosch'],
]; // prettier-ignore

/** Names that a system for Dutch people has to keep whole. */
export interface RareName {
  readonly sex: 'FEMALE' | 'MALE';
  readonly given: string;
  readonly family: Family;
  readonly language?: string;
}

export const RARE_NAMES: readonly RareName[] = [
  { sex: 'MALE', given: 'Şükrü', family: [null, 'Öztürk'], language: 'tr' },
  { sex: 'FEMALE', given: 'Fatima', family: [null, 'El Hamdaoui'], language: 'ar' },
  { sex: 'FEMALE', given: 'Thị Lan', family: [null, 'Nguyễn'], language: 'vi' },
  { sex: 'FEMALE', given: 'Adèle', family: ['de la', 'Rivière'] },
  { sex: 'MALE', given: 'Willem', family: ['van', '’s-Gravesande'] },
  { sex: 'FEMALE', given: 'Jeltje', family: ['’t', 'Hooft'] },
  { sex: 'MALE', given: 'Patrick', family: [null, 'O’Brien'] },
  { sex: 'FEMALE', given: 'Ingrid', family: [null, 'Ångström'] },
  { sex: 'MALE', given: 'Giovanni', family: ['d’', 'Ancona'] },
  { sex: 'MALE', given: 'IJsbrand', family: [null, 'IJpma'] },
  { sex: 'FEMALE', given: 'Anna', family: [null, 'Null'] },
  { sex: 'MALE', given: 'Sino', family: [null, 'Ö'] },
];

/** Places of the region with their four digits; the streets do not exist there. */
export type Place = readonly [city: string, digits: string, area: string];

export const PLACES: Readonly<Record<'NORTH' | 'SOUTH', readonly Place[]>> = {
  NORTH: [['Stadskanaal', '9501', '0599'], ['Stadskanaal', '9503', '0599'], ['Musselkanaal', '9581', '0599'], ['Onstwedde', '9591', '0599']],
  SOUTH: [['Emmen', '7811', '0591'], ['Emmen', '7824', '0591'], ['Klazienaveen', '7891', '0591'], ['Emmer-Compascuum', '7881', '0591']],
}; // prettier-ignore

export const STREETS = [
  'Kievitsbloem', 'Turfstrekershof', 'Wethouder Eltingstraat', 'Berkenlaantje-Oost', 'Schippersdiep', 'Domineesakker',
  'Oude Wijkstreek', 'Pioenhof', 'Lijsterbesdreef', 'Sluiswachterspad', 'Brinkakkers', 'Hunzeweide', 'Veenpluislaan',
  'Zonnedauwstraat', 'Meester Kampsweg', 'Essenerf', 'Boekweitveld', 'Heideblauwtje', 'Kanaalzicht-Zuid', 'Aardappelmarkt',
] as const; // prettier-ignore

/** Prefix and family name together; a prefix that ends in an apostrophe stands against it. */
export const joinedName = ([prefix, name]: Family): string =>
  prefix === null ? name : prefix.endsWith('’') ? `${prefix}${name}` : `${prefix} ${name}`;
