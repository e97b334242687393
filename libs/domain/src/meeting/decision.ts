/** What a meeting can decide; each is the change in the record itself. Source: domain.md 10, decisions. */
export const DECISION_KINDS = [
  'ASSIGN_PROFILE',
  'NAME_CASE_MANAGER',
  'ACTION',
  'REFER',
  'NEXT_REVIEW',
  'END_REVIEW',
  'NOTE',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What a decision is made of; everything else that is given with it is a mistake. Source: api.md, agenda-items decisions. */
export const DECISION_FIELDS = {
  ASSIGN_PROFILE: { needed: ['profile'], allowed: ['reason', 'reasonCode'] },
  NAME_CASE_MANAGER: { needed: ['userId'], allowed: [] },
  ACTION: { needed: ['text', 'ownerId', 'dueOn'], allowed: [] },
  REFER: { needed: ['type', 'receiver', 'reason'], allowed: ['dueOn', 'typeText', 'referrerId'] },
  NEXT_REVIEW: { needed: ['on'], allowed: [] },
  END_REVIEW: { needed: [], allowed: [] },
  NOTE: { needed: ['text'], allowed: [] },
} as const satisfies Readonly<
  Record<DecisionKind, { readonly needed: readonly DecisionField[]; readonly allowed: readonly DecisionField[] }>
>;

export type DecisionField =
  | 'profile'
  | 'reason'
  | 'reasonCode'
  | 'userId'
  | 'text'
  | 'ownerId'
  | 'dueOn'
  | 'type'
  | 'typeText'
  | 'receiver'
  | 'referrerId'
  | 'on';

/** Which fields a decision of this kind lacks, and which it has that are not its own. Null and undefined are not given. */
export function decisionFieldFaults(
  kind: DecisionKind,
  given: Readonly<Partial<Record<DecisionField, unknown>>>,
): { readonly missing: readonly DecisionField[]; readonly strange: readonly DecisionField[] } {
  const { needed, allowed }: { readonly needed: readonly DecisionField[]; readonly allowed: readonly DecisionField[] } =
    DECISION_FIELDS[kind];
  const has = (field: DecisionField): boolean => given[field] !== undefined && given[field] !== null;
  const strange = (Object.keys(given) as DecisionField[]).filter(
    (field) => has(field) && !needed.includes(field) && !allowed.includes(field),
  );
  return { missing: needed.filter((field) => !has(field)), strange };
}
