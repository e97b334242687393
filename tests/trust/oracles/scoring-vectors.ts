/** The worked examples of the domain paper, each as a full set of answers with the outcome the paper prints. */
import type { OracleAnswers, OracleProfile } from './scoring-oracle.ts';

const BASE: OracleAnswers = {
  'gfi-01': 'independent',
  'gfi-02': 'independent',
  'gfi-03': 'independent',
  'gfi-04': 'independent',
  'gfi-05': 8,
  ...every('gfi', 6, 15, 'no'),
};
const IMESA_ZERO: OracleAnswers = every('imesa', 1, 20, 0);

/** The same answer at consecutive items. */
function every(instrument: 'gfi' | 'imesa', from: number, to: number, answer: unknown): OracleAnswers {
  const answers: OracleAnswers = {};
  for (let item = from; item <= to; item += 1) answers[`${instrument}-${String(item).padStart(2, '0')}`] = answer;
  return answers;
}

const gfi = (changes: OracleAnswers): OracleAnswers => ({ ...BASE, ...IMESA_ZERO, ...changes });
const imesa = (changes: OracleAnswers): OracleAnswers => ({ ...BASE, ...IMESA_ZERO, ...changes });

const G9: OracleAnswers = { 'gfi-01': 'dependent', 'gfi-03': 'dependent', 'gfi-05': 5, 'gfi-09': 'yes' };
const I4: OracleAnswers = {
  'imesa-01': 3,
  'imesa-03': 3,
  'imesa-05': 2,
  'imesa-09': 2,
  'imesa-14': 2,
  'imesa-18': 3,
};

export interface GfiVector {
  id: string;
  answers: OracleAnswers;
  total: number;
  three: number[];
  four: number[];
  profile: OracleProfile;
}

export interface ImesaVector {
  id: string;
  answers: OracleAnswers;
  domains: number[];
  timeFrames: number[];
  total: number;
  profile: OracleProfile;
}

export interface MissingVector {
  id: string;
  answers: OracleAnswers;
  imesa: [lower: number, upper: number];
  gfi: [lower: number, upper: number];
  proposed: OracleProfile | 'UNDETERMINED';
  possible: OracleProfile[];
  deciding: string[];
}

const GFI: GfiVector[] = [
  { id: 'G1', answers: gfi({}), total: 0, three: [0, 0, 0], four: [0, 0, 0, 0], profile: 'ROBUST' },
  {
    id: 'G2',
    answers: gfi({ ...every('gfi', 1, 4, 'dependent'), 'gfi-05': 0, ...every('gfi', 6, 15, 'yes') }),
    total: 15,
    three: [4, 6, 5],
    four: [9, 1, 3, 2],
    profile: 'FRAIL',
  },
  {
    id: 'G3',
    answers: gfi({ 'gfi-05': 7, ...every('gfi', 10, 15, 'sometimes') }),
    total: 5,
    three: [0, 0, 5],
    four: [0, 0, 3, 2],
    profile: 'FRAIL',
  },
  { id: 'G4', answers: gfi({ 'gfi-05': 6 }), total: 1, three: [0, 1, 0], four: [1, 0, 0, 0], profile: 'ROBUST' },
  { id: 'G5', answers: gfi({ 'gfi-05': 7 }), total: 0, three: [0, 0, 0], four: [0, 0, 0, 0], profile: 'ROBUST' },
  {
    id: 'G6',
    answers: gfi({ 'gfi-10': 'sometimes' }),
    total: 0,
    three: [0, 0, 0],
    four: [0, 0, 0, 0],
    profile: 'ROBUST',
  },
  { id: 'G7', answers: gfi({ 'gfi-10': 'yes' }), total: 1, three: [0, 1, 0], four: [0, 1, 0, 0], profile: 'ROBUST' },
  {
    id: 'G8',
    answers: gfi({ 'gfi-11': 'sometimes', 'gfi-14': 'yes', 'gfi-15': 'sometimes' }),
    total: 3,
    three: [0, 0, 3],
    four: [0, 0, 1, 2],
    profile: 'ROBUST',
  },
  { id: 'G9', answers: gfi(G9), total: 4, three: [2, 2, 0], four: [4, 0, 0, 0], profile: 'ROBUST' },
  {
    id: 'G10',
    answers: gfi({ ...G9, 'gfi-11': 'sometimes' }),
    total: 5,
    three: [2, 2, 1],
    four: [4, 0, 1, 0],
    profile: 'FRAIL',
  },
];

const IMESA: ImesaVector[] = [
  { id: 'I1', answers: imesa({}), domains: [0, 0, 0, 0], timeFrames: [0, 0, 0], total: 0, profile: 'ROBUST' },
  {
    id: 'I2',
    answers: imesa(every('imesa', 1, 20, 3)),
    domains: [15, 15, 15, 15],
    timeFrames: [24, 24, 12],
    total: 60,
    profile: 'COMPLEX',
  },
  {
    id: 'I3',
    answers: imesa(every('imesa', 1, 20, 1)),
    domains: [5, 5, 5, 5],
    timeFrames: [8, 8, 4],
    total: 20,
    profile: 'COMPLEX',
  },
  { id: 'I4', answers: imesa(I4), domains: [8, 2, 2, 3], timeFrames: [3, 10, 2], total: 15, profile: 'ROBUST' },
  {
    id: 'I5',
    answers: imesa({ ...I4, 'imesa-20': 1 }),
    domains: [8, 2, 2, 4],
    timeFrames: [3, 10, 3],
    total: 16,
    profile: 'COMPLEX',
  },
  {
    id: 'I6',
    answers: imesa({ ...every('imesa', 1, 5, 3), 'imesa-06': 1 }),
    domains: [15, 1, 0, 0],
    timeFrames: [7, 6, 3],
    total: 16,
    profile: 'COMPLEX',
  },
];

/** Items `known` points spread from the first item on; the last `open` items are absent, blank and illegible in turn. */
function partial(imesaKnown: number, imesaOpen: number, gfiKnown: number, gfiOpen: number): OracleAnswers {
  const answers: OracleAnswers = { ...BASE, ...IMESA_ZERO };
  for (let item = 1, left = imesaKnown; left > 0; item += 1, left -= 3) {
    answers[`imesa-${String(item).padStart(2, '0')}`] = Math.min(3, left);
  }
  const heavy = ['dependent', 'dependent', 'dependent', 'dependent', 6, 'yes'];
  for (let item = 1; item <= gfiKnown; item += 1) answers[`gfi-0${item}`] = heavy[item - 1];
  leaveOpen(answers, 'imesa', 20, imesaOpen);
  leaveOpen(answers, 'gfi', 15, gfiOpen);
  return answers;
}

function leaveOpen(answers: OracleAnswers, instrument: 'gfi' | 'imesa', last: number, count: number): void {
  const ways = [{ missing: 'BLANK' }, { missing: 'ILLEGIBLE' }, undefined];
  for (let step = 0; step < count; step += 1) {
    const id = `${instrument}-${String(last - step).padStart(2, '0')}`;
    const way = ways[step % ways.length];
    if (way === undefined) delete answers[id];
    else answers[id] = way;
  }
}

const MISSING: MissingVector[] = [
  {
    id: 'M1',
    answers: partial(10, 0, 4, 1),
    imesa: [10, 10],
    gfi: [4, 5],
    proposed: 'UNDETERMINED',
    possible: ['ROBUST', 'FRAIL'],
    deciding: ['gfi-15'],
  },
  {
    id: 'M2',
    answers: partial(10, 1, 6, 3),
    imesa: [10, 13],
    gfi: [6, 9],
    proposed: 'FRAIL',
    possible: ['FRAIL'],
    deciding: [],
  },
  {
    id: 'M3',
    answers: partial(17, 2, 0, 15),
    imesa: [17, 23],
    gfi: [0, 15],
    proposed: 'COMPLEX',
    possible: ['COMPLEX'],
    deciding: [],
  },
  {
    id: 'M4',
    answers: partial(14, 1, 6, 0),
    imesa: [14, 17],
    gfi: [6, 6],
    proposed: 'UNDETERMINED',
    possible: ['FRAIL', 'COMPLEX'],
    deciding: ['imesa-20'],
  },
  {
    id: 'M5',
    answers: partial(14, 1, 4, 1),
    imesa: [14, 17],
    gfi: [4, 5],
    proposed: 'UNDETERMINED',
    possible: ['ROBUST', 'FRAIL', 'COMPLEX'],
    deciding: ['imesa-20', 'gfi-15'],
  },
  {
    id: 'M6',
    answers: partial(12, 1, 3, 1),
    imesa: [12, 15],
    gfi: [3, 4],
    proposed: 'ROBUST',
    possible: ['ROBUST'],
    deciding: [],
  },
  {
    id: 'M7',
    answers: partial(13, 1, 2, 2),
    imesa: [13, 16],
    gfi: [2, 4],
    proposed: 'UNDETERMINED',
    possible: ['ROBUST', 'COMPLEX'],
    deciding: ['imesa-20'],
  },
  {
    id: 'M8',
    answers: partial(0, 20, 5, 0),
    imesa: [0, 60],
    gfi: [5, 5],
    proposed: 'UNDETERMINED',
    possible: ['FRAIL', 'COMPLEX'],
    deciding: Object.keys(IMESA_ZERO),
  },
  {
    id: 'M9',
    answers: partial(12, 1, 4, 2),
    imesa: [12, 15],
    gfi: [4, 6],
    proposed: 'UNDETERMINED',
    possible: ['ROBUST', 'FRAIL'],
    deciding: ['gfi-14', 'gfi-15'],
  },
  {
    id: 'M10',
    answers: partial(15, 0, 4, 0),
    imesa: [15, 15],
    gfi: [4, 4],
    proposed: 'ROBUST',
    possible: ['ROBUST'],
    deciding: [],
  },
];

const PROFILES: Array<[imesa: number, gfi: number, profile: OracleProfile]> = [
  [0, 0, 'ROBUST'],
  [15, 0, 'ROBUST'],
  [15, 4, 'ROBUST'],
  [0, 4, 'ROBUST'],
  [15, 5, 'FRAIL'],
  [0, 5, 'FRAIL'],
  [0, 15, 'FRAIL'],
  [16, 0, 'COMPLEX'],
  [16, 4, 'COMPLEX'],
  [16, 5, 'COMPLEX'],
  [16, 15, 'COMPLEX'],
  [17, 0, 'COMPLEX'],
  [60, 0, 'COMPLEX'],
  [60, 15, 'COMPLEX'],
];

/** Score-only entry: a missing total counts as all items open. */
const SCORE_ONLY: Array<{ totals: { imesa?: number; gfi?: number }; possible: OracleProfile[] }> = [
  { totals: { imesa: 12, gfi: 5 }, possible: ['FRAIL'] },
  { totals: { imesa: 16 }, possible: ['COMPLEX'] },
  { totals: { imesa: 15 }, possible: ['ROBUST', 'FRAIL'] },
  { totals: { gfi: 7 }, possible: ['FRAIL', 'COMPLEX'] },
];

/** One refused answer each; the rest of the form is in order. */
const REJECTED: Array<[id: string, answer: unknown]> = [
  ['gfi-05', 11],
  ['gfi-05', -1],
  ['gfi-05', 6.5],
  ['gfi-05', '7'],
  ['gfi-06', 'sometimes'],
  ['gfi-01', 'yes'],
  ['gfi-16', 'no'],
  ['imesa-01', 4],
  ['imesa-01', -1],
  ['imesa-01', 1.5],
  ['imesa-01', '2'],
  ['imesa-01', null],
  ['imesa-21', 0],
];

export const VECTORS = {
  gfi: GFI,
  imesa: IMESA,
  missing: MISSING,
  profiles: PROFILES,
  scoreOnly: SCORE_ONLY,
  rejected: REJECTED,
};
