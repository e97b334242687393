/** Statuses with which something ends: they take two keys. */
export const STOPPING = ['DECEASED', 'MOVED', 'ADMITTED'] as const;
export type StoppingStatus = (typeof STOPPING)[number];
