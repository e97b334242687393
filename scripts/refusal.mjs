/** A reason not to go on that the person at the keyboard can act on: one sentence, never a stack. */
export class Refusal extends Error {
  /**
   * @param {string} sentence empty when another process already said it
   * @param {number} [exitCode]
   */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/**
 * Prints why a command ended and gives its exit code. An error that is no refusal is a fault of ours and shows its stack.
 *
 * @param {unknown} error
 */
export function report(error) {
  if (!(error instanceof Refusal)) {
    console.error(error);
    return 1;
  }
  if (error.message !== '') console.error(error.message);
  return error.exitCode;
}

/** @param {unknown} error */
export const errorCode = (error) =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
