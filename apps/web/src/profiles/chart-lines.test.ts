import { describe, expect, it } from '@jest/globals';
import { SHIPPED_PACKS } from '@samenoud/domain';
import { completedForm } from '../testing/forms.ts';
import { chartLines } from './chart-lines.ts';

const other = { ...SHIPPED_PACKS, imesa: { ...SHIPPED_PACKS.imesa, version: 'imesa-2' } };
const forms = [
  completedForm({ 'imesa-01': 2 }, { id: 'c', completedOn: '2026-10-01', packs: other }),
  completedForm({ 'imesa-01': { missing: 'BLANK' } }, { id: 'b', completedOn: '2025-10-01' }),
  completedForm({}, { id: 'a', completedOn: '2024-10-01' }),
];

describe('chartLines', () => {
  it('never draws two versions of an instrument as one line', () => {
    expect(chartLines(forms, 'imesa').map(({ version, points }) => [version, points.map(({ id }) => id)])).toEqual([
      [SHIPPED_PACKS.imesa.version, ['a', 'b']],
      ['imesa-2', ['c']],
    ]);
    expect(chartLines(forms, 'gfi')).toHaveLength(1);
  });

  it('goes from the oldest form to the newest, with the bounds of open questions', () => {
    const [line] = chartLines(forms, 'imesa');
    expect(line?.points[1]).toMatchObject({ lower: 0, upper: 3 });
    expect(line?.points[0]?.x).toBe(0);
    expect(chartLines(forms, 'imesa')[1]?.points[0]?.x).toBe(1);
  });
});
