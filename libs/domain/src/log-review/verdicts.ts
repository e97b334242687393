/** What a reviewer says of a line; the last two want words. */
export const LOG_VERDICTS = ['IN_ORDER', 'NOT_IN_ORDER', 'LOOK_FURTHER'] as const;
export type LogVerdict = (typeof LOG_VERDICTS)[number];

export const LOG_NOTE_LIMIT = 1_000;

/** Whether a verdict is complete: whoever finds something says what. */
export const needsNote = (verdict: LogVerdict): boolean => verdict !== 'IN_ORDER';
