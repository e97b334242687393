import { describe, expect, it } from '@jest/globals';
import { completedForm } from '../testing/forms.ts';
import { historyLines } from './history-lines.ts';
import type { ProfileEntry } from './profile-types.ts';

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

  it('tells which profile the team assigned, and that it was taken back', () => {
    const { instruments, labels } = completedForm().assessment;
    const basis = { responseId: 'r1', completedOn: '2026-10-02', ...instruments };
    const entry = {
      kind: 'ASSIGNED', id: 'a1', profile: 'FRAIL', on: '2026-10-05', at: '2026-10-05T10:00:00Z', assignedBy: 'u1', proposedProfile: 'FRAIL',
      reason: null, reasonCode: null, basis, labels, ruleVersion: '1', basisVoided: false, current: false, meetingId: 'm1', undoneAt: '2026-10-05T10:20:00Z',
    } as unknown as ProfileEntry; // prettier-ignore
    const [line] = historyLines([entry], [], nameOf);
    expect(line?.sentence).toBe('Vastgesteld in het teamoverleg, genoteerd door Siebe Dijkstra');
    expect(line?.more.at(-1)).toBe('Op 05-10-2026 door het team ongedaan gemaakt: dit profiel geldt niet meer.');
  });
});
