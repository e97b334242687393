import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SHIPPED_PACKS } from '@samenoud/domain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerWith, type Call, type Reply } from '../testing/network.ts';
import { PublicQuestionnaire } from './PublicQuestionnaire.tsx';

configure({ asyncUtilTimeout: 5_000 });
jest.setTimeout(20_000);

const HOME = '/api/v1/public/questionnaire';
const CODE = '7KQ2M4XA90TB';
const UNAUTHENTICATED: Reply = { status: 401, body: { code: 'UNAUTHENTICATED', detail: 'Meld u eerst aan.' } };
const [first, second] = SHIPPED_PACKS.gfi.items;

const questions = SHIPPED_PACKS.gfi.items.slice(0, 2).map(({ id, text, answer }, index) => ({
  id,
  number: index + 1,
  text,
  isTopic: false,
  options: answer.kind === 'CHOICE' ? answer.options.map(({ code, label }) => ({ code, label })) : [],
}));

/** A server that keeps the one form, and whatever it is told to refuse. */
function serve(answers: object = {}, refuse: (call: Call) => Reply | undefined = () => undefined) {
  const form = {
    version: 1,
    answers: { ...answers },
    completedBy: null as string | null,
    remark: null as string | null,
  };
  const response = () => ({ id: 'r1', status: 'IN_PROGRESS', completedOn: null, completedWithHelpOf: null, ...form });
  const questionnaire = () => ({
    responseId: 'r1',
    expiresAt: '2026-11-22T12:00:00Z',
    idleMinutes: 60,
    practice: { name: 'Praktijk noord', phone: '+31599550100', openingHours: null },
    response: response(),
    questions,
  });
  const calls = answerWith((call) => {
    const { method, path, body } = call;
    const refused = refuse(call);
    if (refused) return refused;
    if (path === '/api/health') return { body: { status: 'ok', demo: false } };
    if (path === `${HOME}/access`) return { body: questionnaire() };
    if (path === HOME) return UNAUTHENTICATED;
    if (method === 'PATCH') {
      const { answers: given, ...head } = body as { answers?: object };
      Object.assign(form, head, { version: form.version + 1, answers: { ...form.answers, ...given } });
    }
    if (method === 'PUT') Object.assign(form, body, { version: form.version + 1 });
    return { body: response() };
  });
  return { calls, form };
}

function start(code = CODE): void {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <PublicQuestionnaire code={code} />
    </QueryClientProvider>,
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

async function enter(): Promise<void> {
  await press('Beginnen');
  await userEvent.type(screen.getByLabelText('Dag'), '3');
  await userEvent.type(screen.getByLabelText('Maand'), '4');
  await userEvent.type(screen.getByLabelText('Jaar'), '1941{Enter}');
}

async function enterForm(): Promise<void> {
  await enter();
  await heading('Wie vult de vragenlijst in?');
  await userEvent.click(screen.getByLabelText('Ik vul hem zelf in'));
  await press('Verder');
  await heading(first?.text ?? '');
}

beforeEach(() => globalThis.history.replaceState(null, '', '/vragenlijst'));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('the online questionnaire', () => {
  it('asks for the code before it asks the server anything about the letter', async () => {
    const { calls } = serve();
    start();
    await heading('Vragenlijst van uw huisarts');
    await press('Beginnen');
    expect(screen.getByLabelText('Code uit de brief')).toHaveProperty('value', '7KQ2-M4XA-90TB');
    expect(calls.map(({ path }) => path)).toEqual(['/api/health']);
  });

  it('goes to the first field to mend', async () => {
    serve();
    start('');
    await press('Beginnen');
    await press('Verder');
    expect(document.activeElement).toBe(screen.getByLabelText('Code uit de brief'));
    expect(screen.getByLabelText('Code uit de brief').getAttribute('aria-describedby')).toContain('code-fault');
  });

  it('shows the practice’s number, one question with its radios, and moves the focus to the question', async () => {
    serve();
    start();
    await enterForm();
    expect(screen.getByRole('link', { name: '0599 550100' }).getAttribute('href')).toBe('tel:+31599550100');
    expect(screen.getByRole('group', { name: first?.text ?? '' })).toBeTruthy();
    expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual([
      'independent', 'dependent', 'UNKNOWN',
    ]); // prettier-ignore
    expect(screen.getByText('Vraag 1 van 2')).toBeTruthy();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('asks for an answer or "weet ik niet", and stores that as left open', async () => {
    const { form } = serve();
    start();
    await enterForm();
    await press('Verder');
    expect(screen.getByRole('alert').textContent).toContain('Kies een antwoord.');
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]));
    await userEvent.click(screen.getByLabelText('Weet ik niet'));
    await press('Verder');
    await heading(second?.text ?? '');
    await waitFor(() => expect(form.answers).toEqual({ 'gfi-01': { missing: 'BLANK' } }));
  });

  it('goes back with the browser, and never puts anything in the address', async () => {
    serve();
    start();
    await enterForm();
    await userEvent.click(screen.getByLabelText('zelfstandig'));
    await press('Verder');
    await heading(second?.text ?? '');
    await screen.findByText(/^Opgeslagen om/);
    act(() => globalThis.history.back());
    await heading(first?.text ?? '');
    expect(screen.getByLabelText('zelfstandig')).toHaveProperty('checked', true);
    expect(globalThis.location.href).toMatch(/\/vragenlijst$/);
    expect(globalThis.history.state).toEqual({ place: 3 });
  });

  it('goes on where somebody was, lists what is open, and sends', async () => {
    const { calls, form } = serve({ 'gfi-01': 'dependent', 'gfi-02': { missing: 'BLANK' } });
    form.completedBy = 'WITH_HELP';
    start();
    await enter();
    await heading('Kijk uw antwoorden na');
    expect(screen.getByText('1 vraag heeft nog geen antwoord:')).toBeTruthy();
    await press('Naar vraag 2');
    await heading(second?.text ?? '');
    await userEvent.click(screen.getByLabelText('zelfstandig'));
    await press('Verder');
    await heading('Kijk uw antwoorden na');
    await userEvent.click(screen.getAllByRole('button', { name: 'Versturen' })[0] as HTMLElement);
    await heading('Dank u wel');
    const sent = calls.find(({ path }) => path.endsWith('/complete'));
    expect(sent?.body).toEqual({ completedBy: 'WITH_HELP', completedWithHelpOf: null });
    expect(sent?.headers.get('If-Match')).toBe('"2"');
    act(() => globalThis.history.back());
    await heading('Dank u wel');
    expect(document.body.textContent).not.toContain(first?.text);
  });

  it('says honestly that an answer was not saved, and keeps it', async () => {
    let isCut = true;
    const cut = ({ method }: Call): Reply | undefined => {
      if (method === 'PATCH' && isCut) throw new TypeError('cut');
      return undefined;
    };
    const { form } = serve({}, cut);
    start();
    await enter();
    await userEvent.click(await screen.findByLabelText('Ik vul hem zelf in'));
    await screen.findByText(/Niet opgeslagen\. Er is geen verbinding/);
    isCut = false;
    act(() => void window.dispatchEvent(new Event('online')));
    await screen.findByText(/^Opgeslagen om/);
    expect(form.completedBy).toBe('SELF');
  });

  it('asks the code again when the session is gone, and then saves what was answered', async () => {
    let isGone = false;
    const { form } = serve({}, ({ path, method }) => {
      if (path.endsWith('/access')) isGone = false;
      return isGone && method === 'PATCH' ? UNAUTHENTICATED : undefined;
    });
    start();
    await enterForm();
    isGone = true;
    await userEvent.click(screen.getByLabelText('zelfstandig'));
    await heading('Vul uw code nog eens in');
    await userEvent.type(screen.getByLabelText('Code uit de brief'), CODE);
    await userEvent.type(screen.getByLabelText('Dag'), '3');
    await userEvent.type(screen.getByLabelText('Maand'), '4');
    await userEvent.type(screen.getByLabelText('Jaar'), '1941{Enter}');
    await heading(first?.text ?? '');
    await waitFor(() => expect(form.answers).toEqual({ 'gfi-01': 'independent' }));
    expect(screen.getByLabelText('zelfstandig')).toHaveProperty('checked', true);
  });

  it('says how long to wait, and where there is nothing to answer any more whom to call', async () => {
    const refusals: Reply[] = [
      { status: 429, body: { code: 'TOO_MANY_CODE_TRIES', detail: 'Te vaak geprobeerd.' } },
      {
        status: 409,
        body: {
          code: 'QUESTIONNAIRE_CLOSED',
          detail: 'Deze vragenlijst is gesloten.',
          practice: { name: 'Praktijk noord', phone: '+31599550100', openingHours: null },
        },
      },
    ];
    serve({}, ({ path }) => (path.endsWith('/access') ? refusals.shift() : undefined));
    start();
    await enter();
    expect((await screen.findByText(/Te vaak geprobeerd/)).tabIndex).toBe(-1);
    await press('Verder');
    await heading('U hoeft hier niets meer in te vullen');
    expect(screen.getByText('Deze vragenlijst is gesloten.')).toBeTruthy();
    expect(screen.getByRole('link', { name: '0599 550100' })).toBeTruthy();
  });

  it('lets somebody off kindly', async () => {
    const { calls } = serve();
    start();
    await enterForm();
    await press('Ik doe niet mee');
    await userEvent.type(screen.getByLabelText('Wilt u zeggen waarom? Dit hoeft niet.'), 'Te druk');
    await press('Ja, ik doe niet mee');
    await heading('Dat is goed');
    expect(calls.find(({ path }) => path.endsWith('/refuse'))?.body).toEqual({ reason: 'Te druk', alsoLater: false });
  });

  it('shows both answers when another device chose differently', async () => {
    let isStale = true;
    const theirs = {
      id: 'r1',
      version: 7,
      status: 'IN_PROGRESS',
      answers: { 'gfi-01': 'dependent' },
      completedBy: 'SELF',
    };
    serve({}, ({ method, body }) => {
      if (method !== 'PATCH' || !isStale || !('answers' in (body as object))) return undefined;
      isStale = false;
      return { status: 412, body: { code: 'STALE', detail: 'Anders', current: theirs } };
    });
    start();
    await enterForm();
    await userEvent.click(screen.getByLabelText('zelfstandig'));
    await screen.findByRole('heading', { name: 'Er zijn twee antwoorden op deze vraag' });
    await press('Dit antwoord: niet zelfstandig');
    await screen.findByText(/^Opgeslagen om/);
    expect(screen.getByLabelText('niet zelfstandig')).toHaveProperty('checked', true);
  });
});
