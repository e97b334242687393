import { describe, expect, it } from '@jest/globals';
import { completedForm } from '../testing/forms.ts';
import { proposalWords, questionNumbers, totalWords, whyWords } from './score-words.ts';

const BLANK = { missing: 'BLANK' } as const;
const FOUR_POINTS = { 'gfi-01': 'dependent', 'gfi-03': 'dependent', 'gfi-05': 5, 'gfi-09': 'yes' } as const;

describe('totalWords', () => {
  it('shows an exact total only when nothing is missing', () => {
    const { gfi } = completedForm(FOUR_POINTS).assessment.instruments;
    expect(totalWords('gfi', gfi)).toBe('GFI 4');
  });

  it('shows bounds with one question open, and with more', () => {
    const one = completedForm({ ...FOUR_POINTS, 'gfi-07': BLANK }).assessment.instruments.gfi;
    expect(totalWords('gfi', one)).toBe('GFI 4–5 (1 vraag open)');
    const two = completedForm({ ...FOUR_POINTS, 'gfi-07': BLANK, 'gfi-08': BLANK }).assessment.instruments.gfi;
    expect(totalWords('gfi', two)).toBe('GFI 4–6 (2 vragen open)');
  });
});

describe('proposalWords', () => {
  it('names the possible profiles and the question that decides', () => {
    const { assessment } = completedForm({ ...FOUR_POINTS, 'gfi-07': BLANK });
    expect(proposalWords(assessment)).toBe('Onbepaald: Robuust of Kwetsbaar. Nog 1 vraag nodig (vraag 7).');
  });

  it('says when open questions change nothing', () => {
    const { assessment } = completedForm({ ...FOUR_POINTS, 'gfi-02': 'dependent', 'gfi-07': BLANK });
    expect(proposalWords(assessment)).toMatch(/^Kwetsbaar \(onvolledig ingevuld/);
  });

  it('adds nothing to the tag of a complete form', () => {
    expect(proposalWords(completedForm().assessment)).toBe('');
  });
});

it('numbers questions as they are printed, through both lists', () => {
  expect(questionNumbers(['imesa-01', 'gfi-07', 'gfi-09'])).toBe('vragen 16, 7 en 9');
  expect(questionNumbers(['imesa-01', 'imesa-02', 'gfi-07'])).toBe('vragen 16, 17 en 7');
  expect(questionNumbers(['imesa-01', 'imesa-02', 'imesa-03', 'gfi-07'])).toBe('vragen 16–18 en 7');
  expect(questionNumbers(['gfi-01', 'gfi-02', 'gfi-03'])).toBe('vragen 1–3');
});

it('says both totals with their cut-offs, and that the team decides', () => {
  const { assessment } = completedForm({ ...FOUR_POINTS, 'gfi-02': 'dependent', 'imesa-01': 3 });
  expect(whyWords(assessment)).toBe(
    'INTERMED 3 (grens 16) en GFI 5 (grens 5): voorstel Kwetsbaar. Het team stelt het profiel vast.',
  );
});
