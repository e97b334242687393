import {
  type AccessDecision,
  type AccessQuestion,
  type BreakGlassReason,
  CATEGORIES,
  type ConsentCategory,
  decide,
  decidingRule,
  mayWrite,
  type Resource,
  type SharingFacts,
  sharingOutcome,
  type StaffRole,
} from '@samenoud/domain';
import { accessQuestion, type Relation } from '../platform/access/access-question.ts';
import type { AccessExplanation, ExplainedPerson } from './access-explanation.dto.ts';

export interface PersonRow extends Relation {
  readonly userId: string;
  readonly displayName: string;
  readonly role: StaffRole;
  readonly organisationId: string;
}

/** An emergency access that opens this record now. */
export interface RunningEmergency {
  readonly userId: string;
  readonly reasonCode: BreakGlassReason;
  readonly endsAt: string;
}

/** What the explanation is taken from beside the person: the register, the day each rule was given, and emergencies. */
export interface ExplanationFacts extends SharingFacts {
  readonly givenOn: ReadonlyMap<string, string>;
  readonly emergencies: readonly RunningEmergency[];
  /** The practice keeps GPs to the clients in whose team they are. */
  readonly narrowToTeam: boolean;
}

type Explained = AccessExplanation['organisations'][number]['people'][number]['categories'][number];

/** What reading a category means: its own rows first, then what a role may see of it when these are not for her. */
const READ_OF: Readonly<Record<ConsentCategory, readonly [Resource, ...Resource[]]>> = {
  1: ['IDENTITY'],
  2: ['WELLBEING_ANSWERS'],
  3: ['HEALTH_ANSWERS', 'RISK_PROFILE'],
  4: ['CARE_PLAN'],
  5: ['TREATMENT_PLAN'],
  6: ['MEETING'],
};

interface Answer {
  readonly decision: AccessDecision;
  readonly resource: Resource;
}

/** What one colleague sees of one client now, category by category: the same `decide` on the same facts as her own request. */
export function explainPerson(person: PersonRow, facts: ExplanationFacts): ExplainedPerson {
  const { userId, displayName, role, isCaseManager } = person;
  const emergency = facts.emergencies.find((one) => one.userId === userId);
  const answers = CATEGORIES.map((category) => answersOf(person, facts, category, emergency));
  const opened = answers.flat().flatMap(({ decision }) => (decision.allow ? [decision.relationRule] : []));
  const relation = opened.find((rule) => rule === 'BREAK_GLASS') ?? opened[0] ?? null;
  return {
    userId,
    displayName,
    role,
    isCaseManager,
    relation,
    emergency: emergency ? { reasonCode: emergency.reasonCode, endsAt: emergency.endsAt } : null,
    sees: opened.length > 0,
    categories: CATEGORIES.map((category, index) => explained(person, facts, category, answers[index] ?? [])),
  };
}

/** One answer per organisation that can write rows of this category. */
function answersOf(
  person: PersonRow,
  facts: ExplanationFacts,
  category: ConsentCategory,
  emergency: RunningEmergency | undefined,
): (Answer & { from: string })[] {
  const asker = { ...person, formOfClient: false, narrowToTeam: facts.narrowToTeam };
  const glass = emergency === undefined ? {} : { brokenGlass: brokenGlass(facts, person, emergency) };
  return facts.organisations
    .filter(({ kind }) => mayWrite(category, kind))
    .map(({ id: from }) => {
      const answers = READ_OF[category].map((resource) => ({
        resource,
        decision: decide({
          ...accessQuestion(asker, person, resource, 'READ', { ownerOrgId: from, category }),
          ...glass,
        }),
      }));
      const [first] = answers;
      if (first === undefined) throw new Error('a category without a resource');
      return { from, ...(answers.find(({ decision }) => decision.allow) ?? best(answers, first)) };
    });
}

/** The same as her own requests find for themselves. */
function brokenGlass(
  { rules, now }: ExplanationFacts,
  { organisationId }: PersonRow,
  { reasonCode }: RunningEmergency,
): NonNullable<AccessQuestion['brokenGlass']> {
  const refused = (category: ConsentCategory, from: string): boolean => {
    const rule = decidingRule(rules, from, organisationId, category, now);
    return rule !== undefined && rule.kind !== 'GRANT';
  };
  return { reasonCode, deniedByRule: refused };
}

/** Of several refusals the one that came furthest: a role that may see part of it is refused for lack of a basis, not by role. */
const best = (answers: readonly Answer[], first: Answer): Answer =>
  answers.find(({ decision }) => !decision.allow && decision.code !== 'ROLE') ?? first;

function explained(
  person: PersonRow,
  facts: ExplanationFacts,
  category: ConsentCategory,
  answers: readonly (Answer & { from: string })[],
): Explained {
  const allowed = answers.filter(({ decision }) => decision.allow);
  const others = allowed.filter(({ from }) => from !== person.organisationId);
  const some = others.length > 0 ? 'SOME' : 'OWN';
  const part = allowed.length > 0 ? some : 'NONE';
  const sees = allowed.length === answers.length ? 'ALL' : part;
  const refused = answers.find(({ decision }) => !decision.allow)?.decision;
  return {
    category,
    sees,
    limit: limitOf(allowed[0], category),
    refusal: others.length > 0 || refused === undefined || refused.allow ? null : refusalOf(refused.code),
    writers: answers.map(({ from, decision }) => writer(person, facts, category, from, decision)),
  };
}

/** A class without the answers below it is a part of the category, also where the role's cell has no words for it. */
function limitOf(answer: Answer | undefined, category: ConsentCategory): Explained['limit'] {
  if (answer === undefined || !answer.decision.allow) return null;
  const { limit } = answer.decision.grant;
  return limit ?? (answer.resource === READ_OF[category][0] ? null : 'CLASS_ONLY');
}

const refusalOf = (code: 'ROLE' | 'NOT_FOUND' | 'NO_BASIS' | 'RESTRICTED'): string =>
  code === 'NOT_FOUND' ? 'NO_RELATION' : code;

function writer(
  { organisationId, bases }: PersonRow,
  facts: ExplanationFacts,
  category: ConsentCategory,
  from: string,
  decision: AccessDecision,
): Explained['writers'][number] {
  const basis = bases?.find((one) => one[0] === category && one[1] === from)?.[2];
  const { reason, ruleId } = sharingOutcome(facts, from, organisationId, category);
  if (decision.allow && decision.consentRule === 'BREAK_GLASS')
    return { fromOrganisationId: from, allow: true, reason: 'BREAK_GLASS', consentId: null, on: null };
  const consentId = basis === undefined || basis === 'INVOLVED' ? ruleId : basis;
  const on = facts.givenOn.get(consentId ?? '') ?? null;
  return { fromOrganisationId: from, allow: decision.allow, reason, consentId, on };
}
