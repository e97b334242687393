import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { stage } from '../testing/stage.tsx';
import { wholeDates } from './whole-dates.tsx';

it('keeps every date of a heading on one line, and the words as they are', () => {
  stage(<h1>{wholeDates('Van 07-12-2026, 14:00 tot en met 08-12-2026')}</h1>);
  const heading = screen.getByRole('heading');
  expect(heading.textContent).toBe('Van 07-12-2026, 14:00 tot en met 08-12-2026');
  const whole = [...heading.querySelectorAll('.whole')].map(({ textContent }) => textContent);
  expect(whole).toEqual(['07-12-2026', '08-12-2026']);
});
