/** Who may say what is to be written down: the client, or who represents her. Source: domain paper 13.7, trust paper 2. */
export const WISH_GIVEN_BY = ['CLIENT', 'REPRESENTATIVE'] as const;

/** Characters of a statement of the client. Our limit. */
export const STATEMENT_LIMITS = { min: 1, max: 2000 } as const;

/** Life of a wish to be restricted (AVG 18): asked for, decided on by the GP, and lifted by the GP. */
export const RESTRICTION_STATES = ['REQUESTED', 'IN_FORCE', 'REFUSED', 'LIFTED'] as const;
export type RestrictionState = (typeof RESTRICTION_STATES)[number];

const STEPS: Readonly<Record<RestrictionState, readonly RestrictionState[]>> = {
  REQUESTED: ['IN_FORCE', 'REFUSED'],
  IN_FORCE: ['LIFTED'],
  REFUSED: [],
  LIFTED: [],
};

/** Whether a restriction may go from one state to another. Source: docs/state-machines/restriction.md. */
export const mayStepRestriction = (from: RestrictionState, to: RestrictionState): boolean => STEPS[from].includes(to);

/** Forms in which a whole record leaves the house. */
export const EXPORT_FORMATS = ['PDF', 'JSON', 'FHIR'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
