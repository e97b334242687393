import { MantineProvider } from '@mantine/core';
import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { DateField } from './DateField.tsx';

function Form({ start }: { start?: string }) {
  const [day, setDay] = useState<string | undefined>(start);
  return (
    <MantineProvider env="test">
      <DateField label="Geboren" value={day} onChange={setDay} />
      <output>{day ?? 'geen dag'}</output>
    </MantineProvider>
  );
}

async function type(typed: string): Promise<HTMLInputElement> {
  render(<Form />);
  const user = userEvent.setup();
  const field = screen.getByLabelText<HTMLInputElement>('Geboren');
  await user.type(field, typed);
  await user.tab();
  return field;
}

describe('DateField', () => {
  it.each(['3-4-1941', '03041941', '3 apr 1941', '3/4/1941'])('reads %s as 3 April 1941', async (typed) => {
    const field = await type(typed);
    expect(screen.getByRole('status').textContent).toBe('1941-04-03');
    expect(field.value).toBe('03-04-1941');
  });

  it.each(['31-02-1941', '3-4-41', '13-13-1941', 'gisteren'])(
    'refuses %s with a word and keeps what was typed',
    async (typed) => {
      const field = await type(typed);
      expect(screen.getByRole('status').textContent).toBe('geen dag');
      expect(field.value).toBe(typed);
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(screen.getByText(/Vul een bestaande dag in/)).toBeTruthy();
    },
  );

  it('shows the day it starts with the Dutch way', () => {
    render(<Form start="1941-04-03" />);
    expect(screen.getByLabelText<HTMLInputElement>('Geboren').value).toBe('03-04-1941');
  });
});
