import { describe, expect, it } from '@jest/globals';
import { completedForm } from '../testing/forms.ts';
import { historyLines } from './history-lines.ts';

const nameOf = (): string => 'Siebe Dijkstra';

describe('historyLines', () => {
  it('keeps one line of a form that was taken back: when, by whom, why', () => {
    const form = {
      ...completedForm(),
      status: 'VOID' as const,
      voidedBy: 'u1',
      voidedAt: '2026-10-05T10:00:00Z',
      voidCode: 'WRONG_CLIENT' as const,
      voidReason: 'WRONG_CLIENT',
    };
    const [line] = historyLines([], [form], nameOf);
    expect(line?.sentence).toBe(
      'Vragenlijst van 02-10-2026 ingetrokken door Siebe Dijkstra: hoort bij een andere cliënt',
    );
  });

  it('tells of a form that was improved by whom and why', () => {
    const old = { ...completedForm(), status: 'SUPERSEDED' as const };
    const newer = {
      ...completedForm({}, { id: 'r2' }),
      supersedesId: 'r1',
      amendmentCode: 'PHONE' as const,
      amendmentReason: 'Gebeld.',
    };
    const [line] = historyLines([], [newer, old], nameOf);
    expect(line?.more).toEqual(['Verbeterd door Siebe Dijkstra: nagevraagd aan de telefoon: Gebeld.']);
  });
});
