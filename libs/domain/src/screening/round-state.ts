export const ROUND_STATES = ['DRAFT', 'OPEN', 'CLOSED', 'CANCELLED'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** Every allowed step; any other is refused with WRONG_STATE. Source: domain reference 7, our rule. */
export const ROUND_STEPS: Readonly<Record<RoundState, readonly RoundState[]>> = {
  DRAFT: ['OPEN', 'CANCELLED'],
  OPEN: ['CLOSED', 'CANCELLED'],
  CLOSED: [],
  CANCELLED: [],
};

export function mayRoundStep(from: RoundState, to: RoundState): boolean {
  return ROUND_STEPS[from].includes(to);
}
