import type { AgendaItemView, AgendaReasonView } from '../agenda-item.dto.ts';

/**
 * Several things can give one reason: it stands there once, since the oldest of what the asker may see, and says of each what there
 * is to say. Source: domain.md 9, terms, since.
 */
export function oneReasonPerCode(item: AgendaItemView): AgendaItemView {
  const codes = [...new Set(item.reasons.map(({ code }) => code))];
  return { ...item, reasons: codes.map((code) => joined(item.reasons.filter((reason) => reason.code === code))) };
}

function joined(reasons: readonly AgendaReasonView[]): AgendaReasonView {
  const [oldest, ...more] = reasons.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  if (oldest === undefined) throw new RangeError('no reason at all');
  const all = [oldest, ...more];
  const details = new Set(all.map(({ detail }) => detail).filter((detail) => detail !== null));
  return {
    ...oldest,
    detail: details.size === 0 ? null : [...details].join(' · '),
    rowIds: all.flatMap(({ rowIds }) => rowIds),
  };
}
