import { PROBLEM_AREAS } from '../problem-areas/problem-areas.ts';

/** A part of life in the eight-phase method, and which problem areas of the catalogue stand under it. */
export interface LifeArea {
  readonly code: string;
  readonly label: string;
  readonly areas: readonly string[];
}

/** How a plan is laid out: by what the client wants to work on, or by area of life. */
export const PLAN_LAYOUTS = ['BY_CHOICE', 'BY_LIFE_AREA'] as const;
export type PlanLayout = (typeof PLAN_LAYOUTS)[number];

/** Ours: a sheet with more headings is no overview. */
export const LIFE_AREA_LIMITS = { most: 12, label: 60 } as const;

/**
 * The seven that the magazine and the users of the method list, though its name says eight phases; a practice may keep a list of its own.
 * Source: domain.md 11.4. Which problem area stands under which is ours.
 */
export const DEFAULT_LIFE_AREAS: readonly LifeArea[] = [
  { code: 'meaning', label: 'Zingeving', areas: ['d177', 'd930', 'l-grief', 'l-later'] },
  {
    code: 'living',
    label: 'Wonen',
    areas: ['d620', 'd630', 'd640', 'e115', 'e120', 'e155', 'e340', 'l-safety'],
  },
  { code: 'money', label: 'Financiën', areas: ['d860', 'd870'] },
  {
    code: 'relations',
    label: 'Sociale relaties',
    areas: [
      'd350', 'd360', 'd660', 'd750', 'd760', 'd770', 'e310', 'e320', 'e325', 'l-loneliness', 'l-carer-load',
    ],
  },
  {
    code: 'body',
    label: 'Lichamelijke gezondheid',
    areas: [
      'b134', 'b210', 'b230', 'b240', 'b280', 'b410', 'b420', 'b440', 'b455', 'b510', 'b525', 'b530', 'b620', 'b710', 'b730', 'b810',
      'd420', 'd450', 'd460', 'd510', 'd520', 'd530', 'd540', 'd550', 'd560', 'd570', 'e110', 'e355', 'e580', 'l-falls',
    ],
  },
  { code: 'mind', label: 'Psychische gezondheid', areas: ['b130', 'b140', 'b144', 'b152', 'b164', 'd240'] },
  { code: 'activities', label: 'Werk en activiteiten', areas: ['d230', 'd470', 'd920'] },
]; // prettier-ignore

/** What is laid out: the problem area it is about, where it has one of the catalogue. */
interface Placed {
  readonly area: string;
}

export interface LaidOut<Problem extends Placed> {
  /** Null: under none of the list, as a problem area that was added later or that the practice placed nowhere. */
  readonly area: LifeArea | null;
  readonly problems: readonly Problem[];
}

/**
 * The problems of a plan by area of life, in the order of the list; areas without a problem stay, as the method goes over all of them.
 * What stands under none comes last, so that no problem is lost by the lay-out. Source: domain.md 11.4.
 */
export function byLifeArea<Problem extends Placed>(
  problems: readonly Problem[],
  list: readonly LifeArea[] = DEFAULT_LIFE_AREAS,
): readonly LaidOut<Problem>[] {
  const placed = new Set<string>(list.flatMap(({ areas }) => areas));
  const rest = problems.filter(({ area }) => !placed.has(area));
  const laid = list.map((area) => ({ area, problems: problems.filter((one) => area.areas.includes(one.area)) }));
  return rest.length === 0 ? laid : [...laid, { area: null, problems: rest }];
}

export type LifeAreaFault =
  'TOO_MANY' | 'REPEATED_CODE' | 'REPEATED_LABEL' | 'REPEATED_AREA' | 'UNKNOWN_AREA' | 'EMPTY';

/** What is wrong with a list of a practice; undefined when it may be kept. Ours. */
export function lifeAreaFault(list: readonly LifeArea[]): LifeAreaFault | undefined {
  const repeats = (values: readonly string[]): boolean => new Set(values).size < values.length;
  const areas = list.flatMap((one) => one.areas);
  const known = new Set(PROBLEM_AREAS.map(({ code }) => code));
  if (list.length === 0) return 'EMPTY';
  if (list.length > LIFE_AREA_LIMITS.most) return 'TOO_MANY';
  if (repeats(list.map(({ code }) => code))) return 'REPEATED_CODE';
  if (repeats(list.map(({ label }) => label.trim().toLowerCase()))) return 'REPEATED_LABEL';
  if (areas.some((code) => !known.has(code))) return 'UNKNOWN_AREA';
  return repeats(areas) ? 'REPEATED_AREA' : undefined;
}
