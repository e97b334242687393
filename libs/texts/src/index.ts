export { findErrorText, findText, plural, text } from './lookup.ts';
export type { PluralKey, TextKey } from './lookup.ts';
