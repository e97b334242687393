/** Two people answered the same item differently; both are shown, nothing is overwritten. */
export type Conflict<Value> = { item: string; mine: Value; theirs: Value | undefined };

/** What the person sees about the safety of the work. `SAVED` only ever follows an answer of the server. */
export type SaveStatus<Value = unknown> =
  | { kind: 'IDLE' }
  | { kind: 'SAVING' }
  | { kind: 'SAVED'; at: Date }
  | { kind: 'NOT_SAVED'; why: 'RETRYING'; retryInSeconds: number }
  | { kind: 'NOT_SAVED'; why: 'LOCKED' }
  /** Typed, and to be saved by a button. */
  | { kind: 'NOT_SAVED'; why: 'UNSENT' }
  | { kind: 'NOT_SAVED'; why: 'REFUSED'; detail: string }
  | { kind: 'NOT_SAVED'; why: 'CONFLICT'; conflicts: readonly Conflict<Value>[] };
