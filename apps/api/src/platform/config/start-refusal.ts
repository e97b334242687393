/** A reason not to start, in one Dutch sentence for the person at the console. */
export class StartRefusal extends Error {
  /** Exit code of a process that refuses its configuration (sysexits EX_CONFIG). */
  static readonly exitCode = 78;
}
