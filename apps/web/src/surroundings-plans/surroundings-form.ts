import { formatDutchDay, formatPhone, isDay, normalisePhone, surroundingsFaults } from '@samenoud/domain';
import { findErrorText, text } from '@samenoud/texts';
import type { PersonToCall, SaveSurroundingsPlan, SurroundingsPlan } from './surroundings-queries.ts';

export type SurroundingsContent = {
  signs: string | null;
  helps: string | null;
  avoid: string | null;
  calls: readonly PersonToCall[];
  reviewOn: string | null;
};

export const contentOfSurroundings = (
  plan: Pick<SurroundingsPlan, keyof SurroundingsContent>,
): SurroundingsContent => ({
  signs: plan.signs,
  helps: plan.helps,
  avoid: plan.avoid,
  calls: plan.calls,
  reviewOn: plan.reviewOn,
});

export const surroundingsBody = ({ calls, ...rest }: SurroundingsContent): SaveSurroundingsPlan => ({
  ...rest,
  calls: calls.map((person) => ({ ...person })),
});

export const NEW_PERSON: PersonToCall = {
  name: '',
  relation: null,
  phone: '',
  does: null,
  hasKey: false,
  permission: 'NOT_ASKED',
  permissionOn: null,
};

/** Sentences at the field, by the rule that the server holds too. */
export function surroundingsSentences({ calls }: SurroundingsContent, today: string): Record<string, string> {
  const own = calls.flatMap(({ name, phone }, index): [string, string][] => [
    ...(name.trim() === ''
      ? [[`calls.${index}.name`, text('surroundingsPlans.call.required')] as [string, string]]
      : []),
    ...(normalisePhone(phone) === undefined
      ? [[`calls.${index}.phone`, text('errors.INVALID_PHONE')] as [string, string]]
      : []),
  ]);
  const named = calls.map((person) => ({ ...person, permissionOn: person.permissionOn ?? null }));
  const faults = surroundingsFaults(named, today).map(([field, code]): [string, string] => [
    field,
    code === 'REQUIRED' ? text('surroundingsPlans.call.permissionOnRequired') : (findErrorText(code) ?? code),
  ]);
  return Object.fromEntries([...own, ...faults]);
}

export const nameWords = ({ name, relation }: PersonToCall): string => (relation ? `${name}, ${relation}` : name);

/** What somebody does, whether she has a key, and whether she may be named. */
export const helpWords = ({ does, hasKey, permission }: PersonToCall): string =>
  [does, hasKey ? text('surroundingsPlans.call.key') : '', text(`surroundingsPlans.permission.${permission}`)]
    .filter(Boolean)
    .join(' · ');

const personWords = (person: PersonToCall): string =>
  [nameWords(person), formatPhone(person.phone), helpWords(person)].filter(Boolean).join(' · ');

/** A part of the plan in words, for reading and for comparing two versions. */
export function surroundingsWords(value: unknown): string {
  if (Array.isArray(value))
    return (value as PersonToCall[]).map((one, index) => `${index + 1}. ${personWords(one)}`).join('\n');
  if (typeof value !== 'string') return '';
  return isDay(value) ? formatDutchDay(value) : value;
}
