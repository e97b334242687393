import {
  type Answers,
  type Bounds,
  IMESA_DOMAINS,
  IMESA_TIME_FRAMES,
  type ImesaDomain,
  type ImesaTimeFrame,
  type InstrumentPack,
  scoreInstrument,
} from '@samenoud/domain';

export type ImesaCell = Bounds & {
  timeFrame: ImesaTimeFrame;
  /** The highest answer in the cell, 0..3: how dark it is drawn. */
  highest: number;
};
export type ImesaRow = { domain: ImesaDomain; cells: readonly ImesaCell[]; total: Bounds };
export type ImesaTable = { rows: readonly ImesaRow[]; totals: readonly Bounds[]; total: Bounds };

type Part = { domain?: ImesaDomain; timeFrame?: ImesaTimeFrame };

/** The points of one part of the list, by the rule that scores the whole. */
function scoreOf(pack: InstrumentPack, answers: Answers, { domain, timeFrame }: Part): Bounds & { highest: number } {
  const items = pack.items.filter(
    (item) =>
      (domain === undefined || item.domain === domain) && (timeFrame === undefined || item.timeFrame === timeFrame),
  );
  const { lower, upper, contributions } = scoreInstrument({ ...pack, items }, answers);
  return { lower, upper, highest: Math.max(0, ...contributions.map(({ score }) => score)) };
}

/** Four domains by three time frames, with the totals of both. */
export function imesaTable(pack: InstrumentPack, answers: Answers): ImesaTable {
  const own = Object.fromEntries(
    pack.items.filter(({ id }) => Object.hasOwn(answers, id)).map(({ id }) => [id, answers[id]]),
  ) as Answers;
  return {
    rows: IMESA_DOMAINS.map((domain) => ({
      domain,
      cells: IMESA_TIME_FRAMES.map((timeFrame) => ({ timeFrame, ...scoreOf(pack, own, { domain, timeFrame }) })),
      total: scoreOf(pack, own, { domain }),
    })),
    totals: IMESA_TIME_FRAMES.map((timeFrame) => scoreOf(pack, own, { timeFrame })),
    total: scoreOf(pack, own, {}),
  };
}
