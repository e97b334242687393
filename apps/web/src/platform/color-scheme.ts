import type { MantineColorSchemeManager } from '@mantine/core';

/** Follows the system and keeps nothing: the browser's storage stays empty. */
export const systemColorScheme: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  clear: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
};
