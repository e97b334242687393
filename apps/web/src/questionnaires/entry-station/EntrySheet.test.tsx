import { MantineProvider } from '@mantine/core';
import { describe, expect, it, jest } from '@jest/globals';
import { type Answers, SHIPPED_PACKS } from '@samenoud/domain';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SaveStatus } from '../../platform/autosave/save-status.ts';
import { CheckPage, type Completion } from './CheckPage.tsx';
import { entryItems } from './entry-item.ts';
import { EntrySheet } from './EntrySheet.tsx';
import type { FormValue, FormValues } from './form-values.ts';

const items = entryItems(SHIPPED_PACKS);
/** Questions 1–4, the mark, 6–15 and the twenty of the second list. */
const ALL_DIGITS = ['1111', '8', '1111111111', '00000000000000000000'].join('');
const allBlank: Answers = Object.fromEntries(items.map(({ id }) => [id, { missing: 'BLANK' as const }]));

type Start = { answers?: FormValues; status?: SaveStatus<FormValue>; previousCompletedOn?: string; error?: unknown };

/** A sheet on screen, with what it told the outside. */
function start({ answers = {}, status = { kind: 'IDLE' }, previousCompletedOn, error }: Start = {}) {
  const told: FormValues[] = [];
  const onComplete = jest.fn<(completion: Completion) => void>();
  const onStop = jest.fn();
  const draw = (shown: FormValues) => (
    <MantineProvider env="test">
      <EntrySheet
        heading="Berg, J.M. van der (mevr.)"
        items={items}
        values={shown}
        status={status}
        onChange={(changes) => told.push(changes)}
        onStop={onStop}
        renderCheck={(parts) => (
          <CheckPage
            {...parts}
            details={{
              birthDate: '1941-04-03',
              today: '2026-10-02',
              previousCompletedOn,
              isBusy: false,
              error,
              onComplete,
            }}
          />
        )}
      />
    </MantineProvider>
  );
  const { rerender } = render(draw(answers));
  const redraw = (shown: FormValues): void => rerender(draw(shown));
  return { user: userEvent.setup(), told, onComplete, onStop, redraw };
}

const question = (name: RegExp) => within(screen.getByRole('group', { name }));

describe('EntrySheet', () => {
  it('takes a whole form and completes it with 35 digits and one Enter', async () => {
    const { user, told, onComplete } = start({ previousCompletedOn: '2026-09-28' });
    await user.keyboard(`${ALL_DIGITS}{Enter}`);
    expect(Object.assign({}, ...told)).toMatchObject({ 'gfi-01': 'independent', 'gfi-05': 8, 'imesa-20': 0 });
    expect(told).toHaveLength(35);
    expect(onComplete.mock.calls).toEqual([[{ completedOn: '2026-09-28', completedBy: 'SELF' }]]);
  });

  it('takes a pair of quick keys as two answers', async () => {
    const { user, told } = start();
    await user.keyboard('12');
    expect(told).toEqual([{ 'gfi-01': 'independent' }, { 'gfi-02': 'dependent' }]);
  });

  it('puts the focus in the question at hand and marks its answer', async () => {
    const { user } = start();
    await user.keyboard('2');
    expect(
      question(/^1\. Boodschappen/).getByRole<HTMLInputElement>('radio', { name: /2 niet zelfstandig/ }).checked,
    ).toBe(true);
    expect(screen.getByRole('group', { name: /^2\. Buitenshuis/ }).contains(document.activeElement)).toBe(true);
  });

  it('keeps - as leeg and ? as onleesbaar and counts along', async () => {
    const { user } = start();
    await user.keyboard('1-?');
    expect(screen.getByText('1/35 · 1 leeg · 1 onleesbaar')).toBeTruthy();
  });

  it('refuses a wrong key with a word and stays', async () => {
    const { user, told } = start();
    await user.keyboard('7');
    expect(screen.getByRole('alert').textContent).toBe('Kies 1 of 2.');
    expect(told).toEqual([]);
    await user.keyboard('1');
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  it('turns to the next sheet as the paper does', async () => {
    const { user } = start();
    expect(screen.getByText('blad 1 van 4')).toBeTruthy();
    await user.keyboard('11118111');
    expect(screen.getByText('blad 2 van 4')).toBeTruthy();
    expect(screen.queryByRole('group', { name: /^1\. / })).toBeNull();
    expect(screen.getByRole('group', { name: /^9\. 4 of meer medicijnen/ })).toBeTruthy();
  });

  it('goes on typing after a click beside the questions', async () => {
    const { user, told } = start();
    await user.click(screen.getByRole('heading', { name: /Berg/ }));
    await user.keyboard('1');
    expect(told).toEqual([{ 'gfi-01': 'independent' }]);
  });

  it('has a button for every key', async () => {
    const { user, told, onStop } = start();
    await user.click(screen.getByRole('button', { name: /leeg/ }));
    await user.click(screen.getByRole('button', { name: /terug/ }));
    await user.click(screen.getByRole('button', { name: /verder/ }));
    await user.click(screen.getByRole('button', { name: /onleesbaar/ }));
    expect(told).toEqual([{ 'gfi-01': { missing: 'BLANK' } }, { 'gfi-02': { missing: 'ILLEGIBLE' } }]);
    await user.click(screen.getByRole('button', { name: /stoppen/ }));
    expect(onStop).toHaveBeenCalledTimes(1);
  });

  it('leaves Enter to a button that has the focus', async () => {
    const { user, onStop } = start();
    screen.getByRole('button', { name: /stoppen/ }).focus();
    await user.keyboard('{Enter}');
    expect(onStop).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  it('shows what somebody else answered on the same form, and keeps what was typed here', async () => {
    const { user, told, redraw } = start();
    await user.keyboard('1');
    redraw({ 'gfi-01': 'dependent', 'gfi-02': 'dependent' });
    expect(question(/^1\. /).getByRole<HTMLInputElement>('radio', { name: /1 zelfstandig/ }).checked).toBe(true);
    expect(question(/^2\. /).getByRole<HTMLInputElement>('radio', { name: /2 niet zelfstandig/ }).checked).toBe(true);
    expect(told).toHaveLength(1);
  });

  it('stops with F2', async () => {
    const { user, onStop } = start();
    await user.keyboard('{F2}');
    expect(onStop).toHaveBeenCalledTimes(1);
  });

  it('takes an answer by mouse and stays there', async () => {
    const { user, told } = start();
    await user.click(question(/^3\. Aan- en uitkleden/).getByRole('radio', { name: /1 zelfstandig/ }));
    expect(told).toEqual([{ 'gfi-03': 'independent' }]);
    expect(screen.getByRole('group', { name: /^3\. / }).contains(document.activeElement)).toBe(true);
  });

  it.each<[SaveStatus<FormValue>, RegExp]>([
    [{ kind: 'SAVING' }, /^opslaan…$/],
    [{ kind: 'SAVED', at: new Date('2026-10-02T14:03:00+02:00') }, /^opgeslagen 14:03$/],
    [{ kind: 'NOT_SAVED', why: 'RETRYING', retryInSeconds: 5 }, /^niet opgeslagen$/],
  ])('says honestly how safe the work is: %j', (status, words) => {
    start({ status });
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('shows both answers when somebody else answered the same question', async () => {
    const { user, told } = start({
      status: { kind: 'NOT_SAVED', why: 'CONFLICT', conflicts: [{ item: 'gfi-05', mine: 7, theirs: 8 }] },
    });
    await user.click(screen.getByRole('button', { name: 'Het andere antwoord nemen (8)' }));
    expect(told).toEqual([{ 'gfi-05': 8 }]);
  });
});

describe('the check page', () => {
  it('names the questions without an answer and leads back to one', async () => {
    const { user } = start({ answers: { ...allBlank, 'gfi-01': 'independent' } });
    expect(screen.getByText('34 vragen hebben geen antwoord')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Naar vraag 26' }));
    expect(screen.getByRole('group', { name: /^26\. / }).contains(document.activeElement)).toBe(true);
  });

  it('asks for the day when no form went before, and takes it the Dutch way', async () => {
    const { user, onComplete } = start({ answers: allBlank });
    expect(document.activeElement).toBe(screen.getByLabelText(/Ingevuld op/));
    await user.keyboard('{Enter}');
    expect(screen.getByText('Vul een dag in.')).toBeTruthy();
    await user.keyboard('1-10-2026{Enter}');
    expect(onComplete.mock.calls).toEqual([[{ completedOn: '2026-10-01', completedBy: 'SELF' }]]);
  });

  it.each([
    ['3-10-2026', /ligt in de toekomst/],
    ['2-4-1941', /voor de geboortedatum/],
    ['31-2-2026', /Vul een dag in/],
  ])('refuses %s', async (typed, sentence) => {
    const { user, onComplete } = start({ answers: allBlank });
    await user.keyboard(`${typed}{Enter}`);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(onComplete).not.toHaveBeenCalled();
  });

  it('takes a day of more than a year ago after a second look', async () => {
    const { user, onComplete } = start({ answers: allBlank });
    await user.keyboard('1-10-2025{Enter}');
    expect(onComplete).not.toHaveBeenCalled();
    await user.click(screen.getByRole('checkbox', { name: 'Ja, de dag klopt' }));
    await user.click(screen.getByRole('button', { name: 'Afronden' }));
    expect(onComplete.mock.calls).toEqual([[{ completedOn: '2025-10-01', completedBy: 'SELF', confirmOldDate: true }]]);
  });

  it('asks who helped', async () => {
    const { user, onComplete } = start({ answers: allBlank, previousCompletedOn: '2026-10-01' });
    await user.click(screen.getByRole('radio', { name: 'de cliënt, met hulp' }));
    await user.type(screen.getByLabelText('Wie hielp of vulde in?'), 'dochter{Enter}');
    expect(onComplete.mock.calls).toEqual([
      [{ completedOn: '2026-10-01', completedBy: 'WITH_HELP', completedWithHelpOf: 'dochter' }],
    ]);
  });

  it('goes back to the last question with Backspace, but not while a day is typed', async () => {
    const { user } = start({ answers: allBlank });
    await user.keyboard('1{Backspace}');
    expect(screen.getByRole('heading', { name: 'Controleren' })).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'de cliënt zelf' }));
    await user.keyboard('{Backspace}');
    expect(screen.getByRole('group', { name: /^35\. / }).contains(document.activeElement)).toBe(true);
  });

  it('marks a sheet that did not come back with one key and says so', async () => {
    const { user, told } = start();
    await user.keyboard('*');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      missingPages: [1],
      'gfi-01': { missing: 'BLANK' },
      'gfi-08': { missing: 'BLANK' },
    });
    expect(question(/^9\. /).getAllByRole('radio').length).toBeGreaterThan(0);
    await user.keyboard('{Backspace}');
    expect(screen.getByText('Blad 1 is niet teruggekomen: de vragen staan op leeg.')).toBeTruthy();
  });

  it('takes a remark without leaving the question, with the warning beside it', async () => {
    const { user, told } = start();
    await user.keyboard('1{F4}');
    const dialog = within(screen.getByRole('dialog', { name: 'Wat staat er in de kantlijn?' }));
    expect(dialog.getByText(/Bel nu de huisarts/)).toBeTruthy();
    await user.keyboard('val 1 keer');
    expect(told.at(-1)).toEqual({ remark: { remark: 'val 1 keer', urgentCallTo: null, urgentCallAt: null } });
    await user.click(dialog.getByRole('checkbox', { name: 'Ik heb gebeld' }));
    await user.type(dialog.getByLabelText('Met wie'), 'dokter Bos');
    expect(told.at(-1)).toEqual({
      remark: { remark: 'val 1 keer', urgentCallTo: 'dokter Bos', urgentCallAt: expect.stringMatching(/Z$/) },
    });
    await user.click(dialog.getByRole('button', { name: 'Sluiten' }));
    await user.keyboard('2');
    expect(told.at(-1)).toEqual({ 'gfi-02': 'dependent' });
  });
});
