import { findProblemArea, findOmahaArea, ICF_SYSTEM, OMAHA_SYSTEM } from '@samenoud/domain';
import type { CarePlan, Condition, Goal, Observation } from 'fhir/r4.js';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { derivedId, idOf, instantOf, ownCode, referenceTo } from './ids.ts';

type Activities = NonNullable<CarePlan['activity']>;

const PLAN_STATUS: Readonly<Record<string, CarePlan['status']>> = {
  DRAFT: 'draft',
  DISCUSSED: 'draft',
  ADOPTED: 'active',
  ACTIVE: 'active',
  EVALUATED: 'active',
  CLOSED: 'completed',
};
const GOAL_STATUS: Readonly<Record<string, Goal['lifecycleStatus']>> = {
  OPEN: 'active',
  EVALUATED: 'completed',
  STOPPED: 'cancelled',
};

/** Plans of a client with what she wants to work on and how far it came. Source: `domain.md` 13.4; docs/client-export.md. */
export function carePlans(record: ExportedRecord): (CarePlan | Condition | Goal | Observation)[] {
  return [
    ...rowsOf(record, 'problems').flatMap((row) => [condition(record, row), ...severity(record, row)]),
    ...rowsOf(record, 'goals').map((row) => goal(record, row)),
    ...rowsOf(record, 'goalScores').filter((row) => row['struckAt'] === null).map((row) => scoreOf(record, row)),
    ...rowsOf(record, 'carePlans').map((row) => plan(record, row)),
  ]; // prettier-ignore
}

function plan(record: ExportedRecord, row: ExportedRow): CarePlan {
  const ofPlan = (part: string): readonly ExportedRow[] =>
    rowsOf(record, part).filter((one) => one['planId'] === row['id']);
  const words = ['strengths', 'whatMatters', 'wishes', 'informalCarers', 'household', 'dailyLife'].map((key) => textOf(row, key)); // prettier-ignore
  const end = textOf(row, 'closedOn');
  const goals = ofPlan('goals');
  const activity = activitiesOf(record, goals);
  const said = words.filter((one) => one !== null);
  return {
    resourceType: 'CarePlan',
    id: idOf(row),
    status: PLAN_STATUS[String(row['state'])] ?? 'unknown',
    intent: 'plan',
    title: 'Zorgleefplan',
    subject: referenceTo(record.clientId),
    period: { start: String(row['drawnUpOn']), ...(end === null ? {} : { end }) },
    author: referenceTo(idOf(row, 'madeBy')),
    ...listed('addresses', ofPlan('problems').map((one) => referenceTo(idOf(one)))),
    ...listed('goal', goals.map((one) => referenceTo(idOf(one)))),
    ...listed('activity', activity),
    ...listed('note', said.map((text) => ({ text }))),
  }; // prettier-ignore
}

/** An action is a Task of its own; see `action-tasks.ts`. */
function activitiesOf(record: ExportedRecord, goals: readonly ExportedRow[]): Activities {
  const ids = new Set(goals.map((row) => row['id']));
  const actions = rowsOf(record, 'actions').filter((row) => ids.has(row['goalId']));
  return actions.map((row) => ({ reference: referenceTo(idOf(row)) }));
}

function condition(record: ExportedRecord, row: ExportedRow): Condition {
  const area = findProblemArea(String(row['area']));
  const omaha = findOmahaArea(textOf(row, 'omahaArea') ?? '');
  const end = textOf(row, 'closedOn');
  return {
    resourceType: 'Condition',
    id: idOf(row),
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: end === null ? 'active' : 'inactive' }],
    },
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: 'problem-list-item' }] },
    ],
    code: {
      coding: [
        { system: area?.system ?? ICF_SYSTEM, code: String(row['area']), ...(area ? { display: area.label } : {}) },
        ...(omaha ? [{ system: OMAHA_SYSTEM, display: omaha.label }] : []),
      ],
      text: String(row['description']),
    },
    subject: referenceTo(record.clientId),
    recordedDate: String(row['notedOn']),
    ...(end === null ? {} : { abatementDateTime: end }),
  }; // prettier-ignore
}

/** How bad the client finds it, from 0 to 10. */
function severity(record: ExportedRecord, row: ExportedRow): Observation[] {
  if (typeof row['severity'] !== 'number') return [];
  return [
    {
      ...observation(record, derivedId('severity', idOf(row)), 'problem-severity', row['severity']),
      effectiveDateTime: instantOf(row['changedAt']) ?? String(row['notedOn']),
      focus: [referenceTo(idOf(row))],
    },
  ];
}

function goal(record: ExportedRecord, row: ExportedRow): Goal {
  const sentence = textOf(row, 'evaluation');
  const scores = rowsOf(record, 'goalScores').filter((one) => one['goalId'] === row['id'] && one['struckAt'] === null);
  return {
    resourceType: 'Goal',
    id: idOf(row),
    lifecycleStatus: GOAL_STATUS[String(row['state'])] ?? 'active',
    description: { text: String(row['text']) },
    subject: referenceTo(record.clientId),
    startDate: String(row['baselineOn']),
    target: [
      { measure: { coding: [ownCode('goal-score', 'score')] }, detailInteger: Number(row['targetScore']), dueDate: String(row['targetDate']) },
    ],
    addresses: [referenceTo(idOf(row, 'problemId'))],
    ...listed('outcomeReference', scores.map((one) => referenceTo(idOf(one)))),
    note: [{ text: `0-10: ${String(row['baselineScore'])} > ${String(row['targetScore'])}` }, ...(sentence === null ? [] : [{ text: sentence }])],
  }; // prettier-ignore
}

function scoreOf(record: ExportedRecord, row: ExportedRow): Observation {
  return {
    ...observation(
      record,
      idOf(row),
      row['kind'] === 'END' ? 'goal-end-score' : 'goal-interim-score',
      Number(row['score']),
    ),
    effectiveDateTime: String(row['scoredOn']),
    focus: [referenceTo(idOf(row, 'goalId'))],
  };
}

function observation(record: ExportedRecord, id: string, code: string, value: number): Observation {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [ownCode('observation', code)] },
    subject: referenceTo(record.clientId),
    valueInteger: value,
  };
}

/** FHIR knows no empty lists. */
function listed<Key extends string, Item>(key: Key, items: readonly Item[]): Partial<Record<Key, Item[]>> {
  return items.length === 0 ? {} : ({ [key]: [...items] } as Record<Key, Item[]>);
}
