export const INSTRUMENTS = ['gfi', 'imesa'] as const;
export type InstrumentId = (typeof INSTRUMENTS)[number];

export const GFI_DOMAINS = ['PHYSICAL', 'COGNITIVE', 'SOCIAL', 'PSYCHOLOGICAL'] as const;
export const GFI_FACTORS = ['DAILY_ACTIVITIES', 'HEALTH_PROBLEMS', 'PSYCHOSOCIAL'] as const;
export const IMESA_DOMAINS = ['BIOLOGICAL', 'PSYCHOLOGICAL', 'SOCIAL', 'HEALTH_CARE'] as const;
export const IMESA_TIME_FRAMES = ['HISTORY', 'CURRENT', 'VULNERABILITY'] as const;
export type GfiDomain = (typeof GFI_DOMAINS)[number];
export type GfiFactor = (typeof GFI_FACTORS)[number];
export type ImesaDomain = (typeof IMESA_DOMAINS)[number];
export type ImesaTimeFrame = (typeof IMESA_TIME_FRAMES)[number];

/** The ways in which items are added up for display. None of these subtotals has a cut-off. */
export const GROUPINGS = ['domain', 'timeFrame', 'factor'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** `code` is stored and sent; `key` is the digit printed beside the box on the paper form. */
export type AnswerOption = {
  readonly code: string | number;
  readonly label: string;
  readonly score: number;
  readonly key: string;
};

export type ChoiceAnswer = { readonly kind: 'CHOICE'; readonly options: readonly AnswerOption[] };

/** Whole numbers `minimum`..`maximum`; up to and including `scoreOneUpTo` they score 1, above it 0. */
export type IntegerAnswer = {
  readonly kind: 'INTEGER';
  readonly minimum: number;
  readonly maximum: number;
  readonly scoreOneUpTo: number;
};

export type InstrumentItem = {
  readonly id: string;
  /** Place on the form, 1..n; the id says nothing about it. */
  readonly position: number;
  readonly label: string;
  readonly text: string;
  readonly domain: GfiDomain | ImesaDomain;
  readonly timeFrame?: ImesaTimeFrame;
  readonly factor?: GfiFactor;
  readonly answer: ChoiceAnswer | IntegerAnswer;
};

/** One version of an instrument in one language: the texts, and how each answer scores. */
export type InstrumentPack = {
  readonly instrument: InstrumentId;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  readonly citation: string;
  readonly licenceStatement: string;
  /** How the questions of this version become one score per item id. */
  readonly scoringNote: string;
  readonly maximumScore: number;
  readonly cutOff: number;
  /** SHA-256 of `checksumText`, 64 hexadecimal digits. */
  readonly checksum?: string;
  readonly items: readonly InstrumentItem[];
};

export type InstrumentPacks = Readonly<Record<InstrumentId, InstrumentPack>>;
