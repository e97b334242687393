import { describe, expect, it } from '@jest/globals';
import { type Answers, SHIPPED_PACKS, validForms } from '@samenoud/domain';
import { completedForm, formAnswers } from '../testing/forms.ts';
import { emptyForm } from './responses-of-record.ts';

const packsOf = () => SHIPPED_PACKS;
const blank = Object.fromEntries(Object.keys(formAnswers()).map((id) => [id, { missing: 'BLANK' }])) as Answers;

describe('validForms', () => {
  it('puts the newest first by the day it was filled in, not by the day it was entered', () => {
    const late = {
      ...completedForm({}, { id: 'old', completedOn: '2024-10-01' }),
      completedAt: '2026-11-01T10:00:00Z',
    };
    const newest = completedForm({}, { id: 'new', completedOn: '2026-10-01' });
    expect(validForms([late, newest], packsOf).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('leaves out empty forms, forms that were replaced and forms that were taken back', () => {
    const forms = [
      completedForm(blank, { id: 'empty' }),
      { ...completedForm({}, { id: 'superseded' }), status: 'SUPERSEDED' as const },
      { ...completedForm({}, { id: 'void' }), status: 'VOID' as const },
    ];
    expect(validForms(forms, packsOf)).toEqual([]);
    expect(emptyForm(forms, packsOf)?.id).toBe('empty');
  });
});
