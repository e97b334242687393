import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { completedForm } from '../testing/forms.ts';
import { stage } from '../testing/stage.tsx';
import { ProposalResult } from './ProposalResult.tsx';

const BLANK = { missing: 'BLANK' } as const;

it('says the totals to who may see them', () => {
  stage(<ProposalResult assessment={completedForm({ 'imesa-01': 3 }).assessment} showsScores />);
  expect(screen.getByText(/^INTERMED 3 \(grens 16\) en GFI 0 \(grens 5\)/)).toBeTruthy();
});

it('says no total to others, and that the team decides', () => {
  stage(<ProposalResult assessment={completedForm({ 'imesa-01': 3 }).assessment} showsScores={false} />);
  expect(screen.queryByText(/INTERMED|GFI/)).toBeNull();
  expect(screen.getByText('Dit is een voorstel. Het team stelt het profiel vast.')).toBeTruthy();
});

it('names the questions that still decide', () => {
  const four = { 'gfi-01': 'dependent', 'gfi-03': 'dependent', 'gfi-05': 5, 'gfi-09': 'yes' } as const;
  stage(<ProposalResult assessment={completedForm({ ...four, 'gfi-07': BLANK }).assessment} showsScores={false} />);
  expect(screen.getByText('Onbepaald: Robuust of Kwetsbaar. Nog 1 vraag nodig (vraag 7).')).toBeTruthy();
});
