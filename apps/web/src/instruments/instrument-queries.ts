import { type InstrumentPack, type InstrumentPacks, type InstrumentId, SHIPPED_PACKS } from '@samenoud/domain';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type LoadedPack = { instrument: InstrumentId; version: string; isActive: boolean; pack: InstrumentPack };

/** Every version that was ever loaded: old answers are shown in the wording of their own. */
export const instrumentVersionsQuery = queryOptions({
  queryKey: ['instruments'],
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/instruments', { signal }))).items,
});

/** The same versions as what questions and answers are read from. */
export const instrumentsQuery = queryOptions({
  ...instrumentVersionsQuery,
  select: (items): LoadedPack[] =>
    items.map(({ instrument, instrumentVersion, active, pack }) => ({
      instrument,
      version: instrumentVersion,
      isActive: active,
      // The server checked it when it was loaded.
      pack: pack as unknown as InstrumentPack,
    })),
});

/** The packs of a form: those it was begun with, or for a new form the active ones. */
export function packsFor(
  loaded: readonly LoadedPack[],
  versions?: Readonly<Record<InstrumentId, string>>,
): InstrumentPacks {
  const find = (instrument: InstrumentId): InstrumentPack => {
    const mine = loaded.filter((candidate) => candidate.instrument === instrument);
    const found = mine.find(({ version, isActive }) =>
      versions === undefined ? isActive : version === versions[instrument],
    );
    return found?.pack ?? SHIPPED_PACKS[instrument];
  };
  return { gfi: find('gfi'), imesa: find('imesa') };
}
