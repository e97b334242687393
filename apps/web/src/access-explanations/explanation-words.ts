import { CATEGORY_CODES, type ConsentCategory, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { clockOf } from '../ui/clock.ts';
import type { ExplainedCategory, ExplainedEmergency, ExplainedPerson } from './access-explanation-queries.ts';

/** „noodtoegang tot 14:03 (acute zorg)” */
export const emergencyWords = ({ endsAt, reasonCode }: ExplainedEmergency): string =>
  text('accessExplanations.emergency', {
    until: clockOf(endsAt),
    reason: text(`accessExplanations.emergencyReason.${reasonCode}`),
  });

const LIMITS = ['CLASS_ONLY', 'DATES_ONLY', 'EXISTENCE_ONLY'] as const;

const categoryWords = (category: number): string =>
  text(`consents.category.${CATEGORY_CODES[category as ConsentCategory]}.short`);

function limitWords(limit: string): string {
  const known = LIMITS.find((one) => one === limit);
  return text(`accessExplanations.limit.${known ?? 'OTHER'}`);
}

/** The rules behind what is seen, or not seen, each once: „toestemming van 3 april 2026”. */
function ruleWords({ writers }: ExplainedCategory, allow: boolean): string[] {
  const rules = writers.filter((writer) => writer.allow === allow);
  const others = rules.filter(({ reason }) => reason !== 'OWN');
  const told = (others.length > 0 ? others : rules).map(({ reason, on }) =>
    text(`accessExplanations.because.${reason}`, { day: on === null ? '' : formatDutchDay(on) }),
  );
  return [...new Set(told)];
}

/** „Welbevinden (toestemming van 3 april 2026)” for every category of which something is seen. */
export function seenWords({ categories }: ExplainedPerson): string[] {
  return categories
    .filter(({ sees }) => sees !== 'NONE')
    .map((one) => {
      const part = one.sees === 'SOME' || one.sees === 'OWN' ? [text(`accessExplanations.part.${one.sees}`)] : [];
      const limit = one.limit === null ? [] : [limitWords(one.limit)];
      const rules = one.sees === 'OWN' ? [] : ruleWords(one, true);
      return text('accessExplanations.line', {
        category: categoryWords(one.category),
        words: [...limit, ...part, ...rules].join(', '),
      });
    });
}

/** „Gezondheid en profiel: geen toestemming” for every category of which nothing of others is seen. */
export function unseenWords({ categories }: ExplainedPerson): string[] {
  return categories.flatMap((one) => {
    if (one.refusal === null) return [];
    const why =
      one.refusal === 'NO_BASIS' ? ruleWords(one, false) : [text(`accessExplanations.refusal.${one.refusal}`)];
    return [text('accessExplanations.line', { category: categoryWords(one.category), words: why.join(', ') })];
  });
}

/** Why somebody sees nothing at all, in one line: the refusal that came furthest. */
export function nothingWords({ categories }: ExplainedPerson): string {
  const codes = categories.map(({ refusal }) => refusal);
  const code = (['RESTRICTED', 'NO_BASIS', 'NO_RELATION'] as const).find((one) => codes.includes(one)) ?? 'ROLE';
  return text('accessExplanations.none', { reason: text(`accessExplanations.refusal.${code}`) });
}
