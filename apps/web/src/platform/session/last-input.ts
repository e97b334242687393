const UNATTENDED_AFTER_MS = 10_000;

/** Said of requests that no key or click caused, so that they do not keep a session alive. */
export const BACKGROUND_HEADER = 'samenoud-background';

let lastInputAt = Date.now();

export function noteInput(): void {
  lastInputAt = Date.now();
}

/** Whether nobody touched this screen for a while: what it asks now, it asks by itself. */
export const isUnattended = (): boolean => Date.now() - lastInputAt >= UNATTENDED_AFTER_MS;
