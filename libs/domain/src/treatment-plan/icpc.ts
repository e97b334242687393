/** Chapters of ICPC-1: one letter each. */
const ICPC = /^[ABDFHKLNPRSTUWXYZ]\d{2}(\.\d{2})?$/;

/**
 * An ICPC-1 code as the NHG writes it (`T90`, `T90.02`), from how people type it; undefined where it is none.
 * Whether the code is in use is not checked: the list is not ours. Source: `domain.md` 13.2.
 */
export function normaliseIcpc(typed: string): string | undefined {
  const code = typed.trim().toUpperCase();
  return ICPC.test(code) ? code : undefined;
}
