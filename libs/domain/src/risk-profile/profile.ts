import type { InstrumentId, InstrumentPacks } from '../instruments/instrument-pack.ts';
import { SHIPPED_PACKS } from '../instruments/shipped-packs.ts';
import type { Bounds } from '../questionnaires/score-instrument.ts';

export const PROFILES = ['ROBUST', 'FRAIL', 'COMPLEX'] as const;
export type Profile = (typeof PROFILES)[number];

/** UNDETERMINED is a value of the proposal only: the answers allow more than one profile. */
export const PROPOSED_PROFILES = [...PROFILES, 'UNDETERMINED'] as const;
export type ProposedProfile = (typeof PROPOSED_PROFILES)[number];

/** Stored with every result; a change never rewrites old results. */
export const RULE = { id: 'samenoud', version: '1' } as const;

/** Per instrument the total, in points, from which it counts. */
export type CutOffs = Readonly<Record<InstrumentId, number>>;

export function cutOffsOf(packs: InstrumentPacks): CutOffs {
  return { gfi: packs.gfi.cutOff, imesa: packs.imesa.cutOff };
}

export const DEFAULT_CUT_OFFS: CutOffs = cutOffsOf(SHIPPED_PACKS);

/**
 * The profile that belongs to two exact totals. Source: samenoud.com, "bepalen van het risicoprofiel".
 * @param imesa INTERMED-E-SA total, 0..60
 * @param gfi GFI total, 0..15
 */
export function profileOf(imesa: number, gfi: number, cutOffs: CutOffs = DEFAULT_CUT_OFFS): Profile {
  if (imesa >= cutOffs.imesa) return 'COMPLEX';
  return gfi >= cutOffs.gfi ? 'FRAIL' : 'ROBUST';
}

/** Every profile that some fill-in of the open answers gives, in the order ROBUST, FRAIL, COMPLEX. */
export function possibleProfiles(imesa: Bounds, gfi: Bounds, cutOffs: CutOffs = DEFAULT_CUT_OFFS): readonly Profile[] {
  const mayStayBelow = imesa.lower < cutOffs.imesa;
  const possible: Readonly<Record<Profile, boolean>> = {
    ROBUST: mayStayBelow && gfi.lower < cutOffs.gfi,
    FRAIL: mayStayBelow && gfi.upper >= cutOffs.gfi,
    COMPLEX: imesa.upper >= cutOffs.imesa,
  };
  return PROFILES.filter((profile) => possible[profile]);
}
