import type { Answer } from '@samenoud/domain';
import type { AutosaveOptions, Saved } from '../platform/autosave/autosave.ts';
import { patchSecondEntry } from './second-entry-queries.ts';
import type { SecondEntry } from './second-entry-types.ts';

function readCurrent(current: unknown): Saved<Answer> | undefined {
  if (typeof current !== 'object' || current === null || !('version' in current)) return undefined;
  const { version, answers = {} } = current as SecondEntry;
  return { version, values: answers };
}

/** Carries what is typed the second time to the server, one request at a time. */
export const secondEntryTransport = ({ id, version, answers = {} }: SecondEntry): AutosaveOptions<Answer> => ({
  saved: { version, values: answers },
  readCurrent,
  send: async (changes, newest, { keepalive }) => (await patchSecondEntry(id, newest, changes, keepalive)).version,
});
