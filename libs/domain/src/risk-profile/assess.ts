import type { InstrumentId, InstrumentPack, InstrumentPacks } from '../instruments/instrument-pack.ts';
import type { Answers } from '../questionnaires/answers.ts';
import { scoreInstrument } from '../questionnaires/score-instrument.ts';
import type { InstrumentScore } from '../questionnaires/score-instrument.ts';
import type { ImesaDomainScores, ScoreTotals } from '../questionnaires/score-only.ts';
import { cutOffsOf, possibleProfiles, RULE } from './profile.ts';
import type { CutOffs, Profile, ProposedProfile } from './profile.ts';

export type Assessment = {
  readonly instruments: Readonly<Record<InstrumentId, InstrumentScore>>;
  readonly proposedProfile: ProposedProfile;
  readonly possibleProfiles: readonly Profile[];
  /** One possible profile. */
  readonly determined: boolean;
  /** Ids of open items that could still change the profile: INTERMED before GFI, then by id. */
  readonly deciding: readonly string[];
  readonly rule: { readonly id: string; readonly version: string };
};

/**
 * A missing item decides when two complete fill-ins that differ only in that item give different profiles. Because
 * items count in steps of one point from 0, all missing items of an instrument decide, or none.
 */
function decidingItems(imesa: InstrumentScore, gfi: InstrumentScore): readonly string[] {
  const mayStayBelow = imesa.lower < imesa.cutOff;
  const imesaDecides = mayStayBelow && imesa.upper >= imesa.cutOff;
  const gfiDecides = mayStayBelow && gfi.lower < gfi.cutOff && gfi.upper >= gfi.cutOff;
  return [...(imesaDecides ? imesa.missing : []), ...(gfiDecides ? gfi.missing : [])];
}

function toAssessment(imesa: InstrumentScore, gfi: InstrumentScore): Assessment {
  const possible = possibleProfiles(imesa, gfi, { imesa: imesa.cutOff, gfi: gfi.cutOff });
  const [only, ...others] = possible;
  const determined = others.length === 0;
  return {
    instruments: { gfi, imesa },
    proposedProfile: determined && only !== undefined ? only : 'UNDETERMINED',
    possibleProfiles: possible,
    determined,
    deciding: decidingItems(imesa, gfi),
    rule: RULE,
  };
}

/**
 * Scores the answers and proposes a profile by the rule "samenoud"; the team decides. Absent items count as BLANK.
 * Source: domain reference 2–5. Throws RangeError for an answer that `answerProblems` refuses.
 */
export function assess(packs: InstrumentPacks, answers: Answers, cutOffs: CutOffs = cutOffsOf(packs)): Assessment {
  return toAssessment(
    scoreInstrument(packs.imesa, answers, cutOffs.imesa),
    scoreInstrument(packs.gfi, answers, cutOffs.gfi),
  );
}

/** An exact total without items; without a total every item of the instrument is missing. */
function scoreOfTotal(pack: InstrumentPack, total: number | undefined, cutOff: number): InstrumentScore {
  const open = scoreInstrument(pack, {}, cutOff);
  if (total === undefined) return open;
  const unknownDomains = Object.fromEntries(Object.keys(open.domains).map((domain) => [domain, null]));
  return { ...open, lower: total, upper: total, missing: [], domains: unknownDomains, subscales: {} };
}

export type ScoredElsewhere = {
  readonly totals: ScoreTotals;
  readonly imesaDomains?: ImesaDomainScores | undefined;
  /** The INTERMED total is of another version than INTERMED-E-SA: stored and shown, never fed to the rule. */
  readonly otherImesaVersion?: boolean | undefined;
};

/** The assessment of totals that were scored elsewhere and passed `scoreOnlyProblems`. Source: domain reference 6. */
export function assessTotals(
  packs: InstrumentPacks,
  scored: ScoredElsewhere,
  cutOffs: CutOffs = cutOffsOf(packs),
): Assessment {
  const counts = scored.otherImesaVersion !== true;
  const imesa = scoreOfTotal(packs.imesa, counts ? scored.totals.imesa : undefined, cutOffs.imesa);
  const domains = counts ? { ...imesa.domains, ...scored.imesaDomains } : imesa.domains;
  return toAssessment({ ...imesa, domains }, scoreOfTotal(packs.gfi, scored.totals.gfi, cutOffs.gfi));
}
