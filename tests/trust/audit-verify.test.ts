/** `trust:audit-verify` (R8): whoever owns the tables of the access log cannot change what a witness has sealed unseen. */
import { cut, FORGERIES, ROW_ATTACKS, tampered } from './tampering/attacks.ts';
import { type Sealed, SealedLog, type Verdict } from './tampering/sealed-log.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { pick, type Random } from './support/random.ts';

/** Only the whole form has the million rows of the claim. */
const ROWS_PER_SEAL = { small: 20, full: 500 };
const FULL_PLACES = 1_000;
const MAX_CUTS = 5;
const UNSEALED = 5;
const SMALL = 3;

defineHarness({
  name: 'audit-verify',
  claim:
    'every change, removal, insertion, reordering, cut and forged checkpoint is named by its line, and nothing else is',
  control: 'a row is changed that no checkpoint has seen yet',
  runs: { quick: 4, command: 200, full: FULL_PLACES },
  controlRuns: 2,
  measure: tamper,
});

async function tamper({ runs, random, planted }: Trial): Promise<Outcome> {
  const log = await SealedLog.make();
  try {
    await fill(log, runs);
    if (planted) return { faults: await changeUnsealed(log), figures: {} };
    const clean = await log.verify();
    const places = log.sealed().filter((_, index) => index % 2 === 1);
    const faults = [
      ...judge('nothing', clean, []),
      ...(await attackRows(log, places, random)),
      ...(await cutSealed(log, places, random)),
      ...(await cutUnsealed(log)),
      ...(await forge(log, places)),
      ...(await purgeExpired()),
    ];
    const kinds = ROW_ATTACKS.length + FORGERIES.length + 2;
    return { faults, figures: { rows: clean.checked, kinds, places: places.length, verifySeconds: clean.seconds } };
  } finally {
    await log.remove();
  }
}

const yearsAgo = (years: number, day: string): string => `${new Date().getUTCFullYear() - years}-${day}T12:00:00Z`;

/** Rows of six years ago go by themselves, unseen by nobody; a row that claims it of younger ones is not believed. */
async function purgeExpired(): Promise<string[]> {
  const log = await SealedLog.make();
  try {
    for (const moment of [yearsAgo(7, '03-10'), yearsAgo(6, '04-11'), yearsAgo(4, '05-12')]) {
      await log.append(SMALL);
      await log.layBack(moment);
    }
    const months = await log.purge();
    await log.seal();
    const { exitCode, found, expiredCheckpoints } = await log.verify();
    const purged = `${months} months, ${expiredCheckpoints} checkpoints, exit ${exitCode}, ${found.length} faults`;
    const faults = purged === '2 months, 2 checkpoints, exit 0, 0 faults' ? [] : [`purging: ${purged}`];
    const [, , young] = log.sealed();
    const claim = { before: yearsAgo(3, '01-01').slice(0, 10), untilSeq: young?.toSeq };
    await log.owner.query(
      `UPDATE audit.event SET query = query || $2 WHERE practice_id = $1 AND event_type = 'PURGE_ACCESS_LOG'`,
      [log.practiceId, claim],
    );
    await log.owner.query('DELETE FROM audit.event WHERE practice_id = $1 AND seq <= $2', [
      log.practiceId,
      young?.toSeq,
    ]);
    const lying = await log.verify();
    const isNamed = lying.found.some(({ code, line }) => code === 'ROWS_DIFFER' && line === young?.line);
    return isNamed ? faults : [...faults, 'a purge of younger rows was believed'];
  } finally {
    await log.remove();
  }
}

/** Twice as many checkpoints as places: no two places share one, and after each comes another. */
async function fill(log: SealedLog, places: number): Promise<void> {
  const rows = places === FULL_PLACES ? ROWS_PER_SEAL.full : ROWS_PER_SEAL.small;
  for (let seal = 0; seal < places * 2 + 1; seal += 1) {
    await log.append(rows);
    await log.seal();
  }
}

/** A row of this checkpoint that is not its last, so that it has a neighbour to change places with. */
const seqIn = (random: Random, { fromSeq, toSeq }: Sealed): number =>
  pick(
    random,
    Array.from({ length: toSeq - fromSeq }, (_, offset) => fromSeq + offset),
  );

async function attackRows(log: SealedLog, places: readonly Sealed[], random: Random): Promise<string[]> {
  const faults: string[] = [];
  for (const attack of ROW_ATTACKS) {
    const seqs = places.map((place) => seqIn(random, place));
    const verdict = await tampered(log, attack, seqs, () => log.verify());
    const expected = places.map(({ line }) => line);
    faults.push(...judge(attack.name, verdict, expected));
  }
  return faults;
}

async function cutSealed(log: SealedLog, places: readonly Sealed[], random: Random): Promise<string[]> {
  const faults: string[] = [];
  for (const place of places.slice(-MAX_CUTS)) {
    const seq = seqIn(random, place);
    const { found, exitCode } = await cut(log, seq, () => log.verify());
    const named = found.some(({ code }) => code === 'LOG_CUT') && found.some(({ line }) => line === place.line);
    if (!named || exitCode !== 1) faults.push(`cut from ${seq} on: not found`);
  }
  return faults;
}

/** What no witness saw leaves no trace: the verdict must claim no more than it knows. */
async function cutUnsealed(log: SealedLog): Promise<string[]> {
  const last = log.sealed().at(-1)?.toSeq ?? 0;
  await log.append(UNSEALED);
  const whole = await log.verify();
  const verdict = await cut(log, last + 1, () => log.verify());
  const counted = whole.notCovered.rows === UNSEALED && verdict.notCovered.rows === 0;
  const honest = coveredUntil(log, verdict) === last && verdict.notCovered.what.startsWith('NOT COVERED');
  const half = await tampered(log, deletion, [last + 1], () => log.verify());
  const gap = half.found.some(({ code }) => code === 'TAIL_DIFFERS');
  return [
    ...judge('a cut tail that nobody sealed', verdict, []),
    ...(counted && honest ? [] : ['claims to cover rows that no checkpoint has seen']),
    ...(gap ? [] : ['a gap after the last checkpoint: not found']),
  ];
}

const deletion = ROW_ATTACKS.find(({ name }) => name === 'removed') ?? { name: 'removed', sql: '' };

async function forge(log: SealedLog, places: readonly Sealed[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, forge: make } of FORGERIES) {
    const { lines, expected } = make(log.lines, places);
    const { found, exitCode } = await log.verify(lines);
    const named = new Set(found.map(({ line }) => line));
    const missed = expected.filter((line) => !named.has(line));
    if (missed.length > 0 || exitCode !== 1)
      faults.push(`${name}: not found at lines ${missed.slice(0, 5).join(', ')}`);
  }
  return faults;
}

/** The negative control: held to the checkpoints as if they covered it, the change must count as missed. */
async function changeUnsealed(log: SealedLog): Promise<string[]> {
  const last = log.sealed().at(-1) ?? { line: 0, fromSeq: 0, toSeq: 0 };
  await log.append(2);
  const [attack] = ROW_ATTACKS;
  if (attack === undefined) return [];
  const verdict = await tampered(log, attack, [last.toSeq + 1], () => log.verify());
  return judge('changed before it was sealed', verdict, [last.line + 1]);
}

/** Exactly the expected lines, and the exit code that goes with them. */
function judge(name: string, { found, exitCode }: Verdict, expected: readonly number[]): string[] {
  const named = new Set(found.map(({ line }) => line ?? 0));
  const missed = expected.filter((line) => !named.has(line)).map((line) => `${name}: line ${line} not found`);
  const extra = found
    .filter(({ line }) => !expected.includes(line ?? 0))
    .map(({ code, line }) => `${name}: ${code} at line ${line}, where nothing was done`);
  const wrongExit = exitCode === (found.length === 0 ? 0 : 1) ? [] : [`${name}: exit code ${exitCode}`];
  return [...missed, ...extra, ...wrongExit];
}

const coveredUntil = (log: SealedLog, { covered }: Verdict): number | undefined =>
  covered.find(({ practiceId }) => practiceId === log.practiceId)?.coveredUntil;
