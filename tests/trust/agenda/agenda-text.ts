import type { AgendaLine, AgendaReason } from '@samenoud/domain';
import type { OracleLine, OracleReason } from '../oracles/agenda-order-oracle.ts';

/** An agenda as the oracle gives it, a line of text per line; `more` is said of each reason beside it. */
export const expectedText = (lines: readonly OracleLine[], more: (reason: OracleReason) => string = () => ''): string[] =>
  lines.map(({ person, rank, onTop, reasons }) =>
    lineText(person, rank, onTop, reasons.map((one) => [one.code, one.row, one.since, one.tells, more(one)].join(' '))),
  ); // prettier-ignore

/** The same of an agenda of the product. */
export const foundText = (lines: readonly AgendaLine[], more: (reason: AgendaReason) => string = () => ''): string[] =>
  lines.map(({ clientId, rank, onTop, reasons }) =>
    lineText(clientId, rank, onTop, reasons.map((one) => `${reasonText(one)} ${more(one)}`)),
  ); // prettier-ignore

const lineText = (person: string, rank: number, onTop: boolean, reasons: readonly string[]): string =>
  `${rank} ${person}${onTop ? ' on top' : ''}: ${reasons.toSorted().join(', ')}`;

function reasonText({ code, row, since, detail }: AgendaReason): string {
  const { times, proposed, assigned, urgent, invitationState } = detail;
  const profiles = proposed === undefined ? '' : `${assigned ?? 'none'} > ${proposed}`;
  return [code, row.id, since, times ?? `${profiles}${urgent ? 'URGENT' : ''}${invitationState ?? ''}`].join(' ');
}
