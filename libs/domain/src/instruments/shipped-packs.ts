import { GFI } from './gfi.ts';
import { IMESA } from './imesa.ts';
import type { InstrumentPacks } from './instrument-pack.ts';

/** What every practice has from the start; also the structure that a content pack must keep. */
export const SHIPPED_PACKS: InstrumentPacks = { gfi: GFI, imesa: IMESA };
