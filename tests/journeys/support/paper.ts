/** A paper form as the digits that are typed for it, with the totals counted by hand. */
export const PAPER_KEYS = [...'2211', '1', '0', ...'2111', '2', ...'23112', ...'12210120101001000000'] as const;

/** Questions 1 and 2 no longer alone, 6 yes, 11 sometimes, 12 and 15 yes; the mark is a ten and memory "sometimes": 6. */
export const PAPER_GFI = 6;
export const PAPER_IMESA = 12;
