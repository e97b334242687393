/** The order of an agenda: rank by rank, and in each its people divided again and again, first by what counts most. */
import type { OraclePerson } from './agenda-history.ts';
import type { OracleDay } from './due-lists-oracle.ts';

/** Why a person is on it: the code, what it is about, since when, and what the table asks to tell beside it. */
export interface OracleReason {
  readonly code: string;
  readonly row: string;
  readonly since: OracleDay;
  readonly tells: string;
}

export interface OracleLine {
  readonly person: string;
  readonly rank: number;
  readonly onTop: boolean;
  readonly reasons: readonly OracleReason[];
}

export const RANK_OF: Readonly<Record<string, number>> = {
  CARRIED_OVER: 1,
  OPEN_ACTION: 2,
  PROFILE_UNDETERMINED: 3,
  PROFILE_NEW: 3,
  PROFILE_CHANGED: 3,
  PROFILE_SAME: 3,
  SIGNAL: 4,
  PLAN_TO_ADOPT: 5,
  EVALUATION_DUE: 5,
  REVIEW_DUE: 5,
  MEDICATION_REVIEW_DUE: 6,
  NOT_RETURNED: 7,
  REFERRAL_FEEDBACK: 8,
  REFERRAL_SILENT: 8,
  PROGRAMME: 9,
  MANUAL: 10,
};

export interface Entry {
  readonly person: OraclePerson;
  readonly reasons: readonly OracleReason[];
}

export const isThirdTime = (reasons: readonly OracleReason[]): boolean =>
  reasons.some(({ code, tells }) => code === 'CARRIED_OVER' && Number(tells) >= 3);

export function divide(entries: readonly Entry[], rank: number): Entry[] {
  const proposalOf = ({ reasons }: Entry): string =>
    reasons.find(({ code }) => rank === 3 && code.startsWith('PROFILE_'))?.tells.split(' > ')[1] ?? '';
  const sinceOf = ({ reasons }: Entry): OracleDay =>
    reasons
      .filter(({ code }) => RANK_OF[code] === rank)
      .reduce((oldest, { since }) => (since < oldest ? since : oldest), '9999');
  const signalIsUrgent = ({ reasons }: Entry): boolean =>
    reasons.some(({ code, tells }) => code === 'SIGNAL' && tells === 'URGENT');
  let groups: Entry[][] = [[...entries]];
  const split = (into: (group: Entry[]) => Entry[][]): void => {
    groups = groups.flatMap(into).filter((group) => group.length > 0);
  };
  const firstThose = (holds: (entry: Entry) => boolean): void =>
    split((group) => [group.filter((entry) => holds(entry)), group.filter((entry) => !holds(entry))]);
  const rising = (of: (entry: Entry) => string): void =>
    split((group) =>
      [...new Set(group.map(of))].toSorted().map((value) => group.filter((entry) => of(entry) === value)),
    );

  firstThose(({ reasons }) => isThirdTime(reasons));
  if (rank === 3)
    split((group) =>
      ['COMPLEX', 'UNDETERMINED', 'FRAIL', 'ROBUST'].map((profile) =>
        group.filter((entry) => proposalOf(entry) === profile),
      ),
    );
  firstThose(signalIsUrgent);
  rising(sinceOf);
  rising(({ person }) => person.sortName);
  rising(({ person }) => person.born);
  rising(({ person }) => person.id);
  return groups.flat();
}
