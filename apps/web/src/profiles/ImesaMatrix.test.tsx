import { expect, it } from '@jest/globals';
import { SHIPPED_PACKS } from '@samenoud/domain';
import { screen, within } from '@testing-library/react';
import { formAnswers } from '../testing/forms.ts';
import { stage } from '../testing/stage.tsx';
import { ImesaMatrix } from './ImesaMatrix.tsx';

it('has a number in each of 4 × 3 cells, with headers both ways and bounds where a question is open', () => {
  const answers = formAnswers({ 'imesa-01': 3, 'imesa-02': 1, 'imesa-14': { missing: 'BLANK' }, 'imesa-20': 2 });
  stage(<ImesaMatrix pack={SHIPPED_PACKS.imesa} answers={answers} />);
  const cellsOf = (name: RegExp): (string | null)[] =>
    within(screen.getByRole('row', { name }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cellsOf(/^Lichamelijk/)).toEqual(['4', '0', '0', '4']);
  expect(cellsOf(/^Sociaal/)).toEqual(['0', '0–3', '0', '0–3']);
  expect(cellsOf(/^Zorg/)).toEqual(['0', '0', '2', '2']);
  expect(cellsOf(/^Totaal/)).toEqual(['4', '0–3', '2', '6–9']);
  expect(screen.getAllByRole('columnheader')).toHaveLength(5);
  expect(screen.getAllByRole('rowheader')).toHaveLength(5);
});
