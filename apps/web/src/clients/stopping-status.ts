/** Statuses with which something ends: they take two keys. */
export const STOPPING = ['DECEASED', 'MOVED', 'ADMITTED', 'DEREGISTERED'] as const;
export type StoppingStatus = (typeof STOPPING)[number];
