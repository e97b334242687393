import type { ReactNode } from 'react';

const DATE = /(\d{1,2}-\d{1,2}-\d{4})/;

/** Words in which a date stays on one line: a browser breaks „07-12-2026” after a hyphen. */
export function wholeDates(words: string): ReactNode {
  const [before = '', date, ...after] = words.split(DATE);
  if (date === undefined) return words;
  return (
    <>
      {before}
      <span className="whole">{date}</span>
      {wholeDates(after.join(''))}
    </>
  );
}
