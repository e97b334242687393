const LONGEST_EMAIL = 254;

/** Whether a text looks like an e-mail address: one @, no blanks, a dot in the domain. Only sending proves it. */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);
}
