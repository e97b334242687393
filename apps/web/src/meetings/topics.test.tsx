import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, type Call } from '../testing/network.ts';
import { stage } from '../testing/stage.tsx';
import { AgendaTopics } from './AgendaTopics.tsx';
import type { Meeting } from './meeting-queries.ts';
import { RunTopics } from './RunTopics.tsx';
import type { Topic } from './topic-queries.ts';

const flu: Topic = {
  id: 't1',
  version: 1,
  text: 'Griepprik',
  note: null,
  discussed: false,
  broughtBy: 'u1',
  broughtAt: '2026-11-02T09:00:00Z',
  place: 1,
  carriedOver: false,
};
const meeting = (state: Meeting['state']): Meeting =>
  ({ id: 'm1', state, mayWrite: true, topics: [flu] }) satisfies Partial<Meeting> as unknown as Meeting;
const nameOf = (): string => 'Anja Bos';
const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const arrived = (calls: readonly Call[], method: string) =>
  waitFor(() => expect(calls.filter((call) => call.method === method)).toHaveLength(1));
const settled = (name: RegExp) =>
  waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(false));

describe('topics of a meeting', () => {
  it.each([
    ['a new one', 'OPEN', AgendaTopics, /onderwerp/i, /Zet op de agenda/, 'POST'],
    ['what was said of one', 'RUNNING', RunTopics, /Griepprik/, /Griepprik/, 'PATCH'],
  ] as const)('keep of %s what is typed while it is being saved', async (_, state, Section, words, save, method) => {
    const calls = answerWith(() => ({ body: flu }));
    stage(<Section meeting={meeting(state)} nameOf={nameOf} />);
    type(words, 'Eerste');
    press(save);
    type(words, 'Eerste, en daarna nog iets');
    await arrived(calls, method);
    await settled(save);
    expect(field(words).value).toBe('Eerste, en daarna nog iets');
  });
});
