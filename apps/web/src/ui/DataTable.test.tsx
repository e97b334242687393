import { describe, expect, it, jest } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { DataTable } from './DataTable.tsx';

type Row = { id: string; age: number };
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `rij ${index}`, age: 75 + index }));

function start(rows: readonly Row[], total = rows.length) {
  const onNearEnd = jest.fn();
  render(
    <MemoryRouter>
      <DataTable
        caption="Mensen"
        columns={[
          { key: 'id', header: 'Naam', cell: ({ id }: Row) => id },
          { key: 'age', header: 'Leeftijd', isNumber: true, cell: ({ age }: Row) => age },
        ]}
        rows={rows}
        total={total}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/clients/${id}`}
        onNearEnd={onNearEnd}
      />
    </MemoryRouter>,
  );
  return { user: userEvent.setup(), onNearEnd };
}

describe('DataTable', () => {
  it('is a table with a caption, and each row leads somewhere', () => {
    start(rowsOf(2));
    expect(screen.getByRole('table', { name: 'Mensen' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'rij 1' }).getAttribute('href')).toBe('/clients/rij 1');
  });

  it('goes from row to row with the arrows and stops at the ends', async () => {
    const { user } = start(rowsOf(3));
    screen.getByRole('link', { name: 'rij 0' }).focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('rij 1'));
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('rij 2'));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('rij 2');
  });

  it('asks for more when the end is near and there is more', () => {
    expect(start(rowsOf(30), 1500).onNearEnd).toHaveBeenCalled();
  });

  it('asks for nothing when everything is there', () => {
    expect(start(rowsOf(30)).onNearEnd).not.toHaveBeenCalled();
  });

  it('says how many rows there are in all, also when few are drawn', () => {
    start(rowsOf(150), 1500);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('1501');
    expect(screen.queryAllByRole('link').length).toBeLessThan(150);
  });

  it('that leads nowhere has no links, and can be scrolled by key', () => {
    render(
      <DataTable
        caption="Regels"
        columns={[{ key: 'id', header: 'Naam', cell: ({ id }: Row) => id }]}
        rows={rowsOf(2)}
        total={2}
        rowKey={({ id }) => id}
      />,
    );
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByRole('region', { name: 'Regels' }).tabIndex).toBe(0);
  });
});
