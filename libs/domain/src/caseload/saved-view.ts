/** Ours: a list of names that is longer than a screen helps nobody. */
export const SAVED_VIEW_LIMITS = { most: 20, name: 60, address: 1000 } as const;

const PART = /^[a-z]+=[A-Za-z0-9_-]+$/;

/**
 * Whether this is the address of a view: codes and ids only, as `due=CONTACT_DUE&gap=NO_NEXT_CONTACT`. What somebody typed to find a
 * person is never in an address, so it is never in one that is kept. Source: api.md, addresses hold no personal data.
 */
export const isViewAddress = (address: string): boolean =>
  address.length <= SAVED_VIEW_LIMITS.address && address.split('&').every((part) => PART.test(part));
