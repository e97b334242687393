import type { AgendaPlace } from './meeting-queries.ts';

const COVER = {
  id: null,
  version: null,
  shared: false,
  clientId: null,
  clientName: null,
  birthDate: null,
  reasons: [],
  proposed: null,
  presenterId: null,
  question: null,
  previousDecisions: [],
  openActions: [],
  decisions: [],
  feedback: null,
  hidden: [],
} satisfies Partial<AgendaPlace>;

/**
 * The places as a screen may show them that everybody looks at: a client who said no to being discussed is for her own care alone, so
 * that nothing of her is on it, but for the one place that is uncovered. Source: domain.md 10, agreement of the client.
 */
export const coverRefused = (places: readonly AgendaPlace[], uncovered: number | undefined): readonly AgendaPlace[] =>
  places.map((one) =>
    one.shared && one.clientAgreement === 'NO' && one.place !== uncovered ? { ...one, ...COVER } : one,
  );

/** Covered here, and not kept from who looks. */
export const isCovered = ({ shared, clientAgreement }: AgendaPlace): boolean => !shared && clientAgreement === 'NO';
