import { answerWith } from '../testing/network.ts';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PracticeSettings } from '../platform/practice-settings.ts';
import { PUBLISHED_LABELS } from '../platform/profile-labels.tsx';
import { stage } from '../testing/stage.tsx';
import { SettingsForm } from './SettingsForm.tsx';

const ROUND_SETTINGS = {
  secondEntryBorders: true,
  secondEntryShare: 0,
  reminderDays: [21, 42],
  rescreenIntervalMonths: 12,
  contactIntervalDays: { FRAIL: 90, COMPLEX: 30 },
  evaluationIntervalMonths: 6,
  planWithinDays: 42,
  referralFeedbackDays: 42,
  maxCaseload: null,
  logNames: true,
  gpOwnClientsOnly: false,
  caseManagerRoles: { FRAIL: 'ELDERLY_ADVISER', COMPLEX: 'DISTRICT_NURSE' } as const,
};
const settings: PracticeSettings = {
  ...ROUND_SETTINGS,
  version: 3,
  profileLabels: PUBLISHED_LABELS,
  cutOffs: { gfi: 5, imesa: 16 },
};
const meanwhile: PracticeSettings = {
  ...ROUND_SETTINGS,
  version: 4,
  profileLabels: { ...PUBLISHED_LABELS, ROBUST: 'Zelfredzaam' },
  cutOffs: { gfi: 4, imesa: 16 },
};

function start() {
  const calls = answerWith(({ headers, body }) => {
    if (headers.get('If-Match') !== '"4"') return { status: 412, body: { code: 'STALE', current: meanwhile } };
    const { profileLabels } = body as { profileLabels?: object };
    return { body: { ...meanwhile, version: 5, profileLabels: { ...meanwhile.profileLabels, ...profileLabels } } };
  });
  return { user: userEvent.setup({ delay: null }), calls };
}
function startWith(now: PracticeSettings) {
  const started = start();
  stage(<SettingsForm settings={now} />);
  return started;
}

const ROBUST = /^Naam van het profiel ●/;
const GFI = 'GFI: kwetsbaar vanaf';
const save = () => screen.getByRole('button', { name: 'Opslaan' });
const preview = () => screen.getByRole('region', { name: 'Zo ziet het eruit' });

async function type(user: ReturnType<typeof userEvent.setup>, label: string | RegExp, value: string): Promise<void> {
  await user.clear(screen.getByLabelText(label));
  if (value !== '') await user.type(screen.getByLabelText(label), value);
}

describe('SettingsForm', () => {
  it('shows the three tags and the rule in the words that are being typed', async () => {
    const { user } = startWith(settings);
    await type(user, ROBUST, 'Vitaal');
    await type(user, GFI, '4');
    expect(within(preview()).getByText('voorstel vitaal')).toBeTruthy();
    expect(preview().textContent).toContain(
      'INTERMED 16 of hoger: complex. Daaronder GFI 4 of hoger: kwetsbaar. Anders: vitaal.',
    );
    expect(screen.getByText(/Dit is een andere grens dan de gepubliceerde: 5\./)).toBeTruthy();
  });

  it('sends what was changed and nothing else', async () => {
    const { user, calls } = startWith(meanwhile);
    await type(user, ROBUST, '  Vitaal ');
    await user.click(save());
    expect(await screen.findByText('Opgeslagen. Nieuwe resultaten gebruiken deze namen en grenzen.')).toBeTruthy();
    expect(calls.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PATCH', '/api/v1/practice-settings', { profileLabels: { ROBUST: 'Vitaal' } }],
    ]);
  });

  it('sends what was changed for the yearly round', async () => {
    const { user, calls } = startWith(meanwhile);
    await user.click(screen.getByRole('checkbox', { name: 'Papieren formulieren bij een grens twee keer invoeren' }));
    await type(user, 'Ook van de andere formulieren, in procenten', '10');
    await type(user, 'Tweede herinnering, dagen na de uitnodiging', '35');
    await user.click(save());
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.body).toEqual({ secondEntryBorders: false, secondEntryShare: 10, reminderDays: [21, 35] });
  });

  it('sends what was changed for the care of people, with nothing for no interval and no limit', async () => {
    const { user, calls } = startWith({ ...meanwhile, maxCaseload: 60 });
    await type(user, 'Dagen tussen twee contacten bij profiel kwetsbaar', '60');
    await type(user, 'Dagen tussen twee contacten bij profiel complex', '');
    await type(user, 'Dagen tot er een zorgleefplan is', '28');
    await type(user, 'Cliënten per casemanager waarboven u een melding wilt', '');
    await user.click(save());
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.body).toEqual({
      contactIntervalDays: { FRAIL: 60, COMPLEX: null },
      planWithinDays: 28,
      maxCaseload: null,
    });
  });

  it('sends nothing when nothing was changed', async () => {
    const { user, calls } = startWith(settings);
    await user.click(save());
    expect(screen.getByText('U hebt nog niets gewijzigd.')).toBeTruthy();
    expect(calls).toHaveLength(0);
  });

  it.each([
    [ROBUST, '', 'Vul dit in.'],
    [ROBUST, 'x'.repeat(31), 'Gebruik hoogstens 30 tekens.'],
    [GFI, '0', 'Vul een geheel getal van 1 tot en met 15 in.'],
    [GFI, '16', 'Vul een geheel getal van 1 tot en met 15 in.'],
    [GFI, '4,5', 'Vul een geheel getal van 1 tot en met 15 in.'],
    ['INTERMED: complex vanaf', '61', 'Vul een geheel getal van 1 tot en met 60 in.'],
    ['Ook van de andere formulieren, in procenten', '101', 'Vul een geheel getal van 0 tot en met 100 in.'],
    ['Dagen tot er een zorgleefplan is', '', 'Vul een geheel getal van 1 tot en met 365 in.'],
    ['Cliënten per casemanager waarboven u een melding wilt', '0', 'Vul een geheel getal van 1 tot en met 500 in.'],
    ['Maanden tussen twee vragenlijsten', '0', 'Vul een geheel getal van 1 tot en met 60 in.'],
    [
      'Tweede herinnering, dagen na de uitnodiging',
      '21',
      'Geef twee getallen: de tweede herinnering komt na de eerste.',
    ],
  ])('says what is wrong before anything is sent: %s „%s”', async (label, value, sentence) => {
    const { user, calls } = startWith(settings);
    await type(user, label, value);
    await user.click(save());
    expect(screen.getAllByText(sentence).length).toBeGreaterThan(0);
    expect(document.activeElement).toBe(screen.getByLabelText(label));
    expect(calls).toHaveLength(0);
  });

  it.each([
    [ROBUST, 'x'.repeat(30)],
    [GFI, '1'],
    [GFI, '15'],
    ['INTERMED: complex vanaf', '60'],
  ])('sends a value on the limit: %s „%s”', async (label, value) => {
    const { user, calls } = startWith(settings);
    await type(user, label, value);
    await user.click(save());
    await waitFor(() => expect(calls).toHaveLength(1));
  });

  it('refuses one name for two profiles at the second of them', async () => {
    const { user, calls } = startWith(settings);
    await type(user, ROBUST, 'kwetsbaar');
    await user.click(save());
    expect(document.activeElement).toBe(screen.getByLabelText(/^Naam van het profiel ▲/));
    expect(calls).toHaveLength(0);
  });

  it('shows both versions when somebody else saved first, overwrites nothing, and saves on top of theirs', async () => {
    const { user, calls } = startWith(settings);
    await type(user, ROBUST, 'Vitaal');
    await user.click(save());
    const panel = await screen.findByRole('region', { name: 'Iemand anders wijzigde de instellingen intussen' });
    expect(within(panel).getByRole('row', { name: /● .* Vitaal Zelfredzaam/ })).toBeTruthy();
    expect(within(panel).getByRole('row', { name: `${GFI} 5 4 overgenomen` })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(ROBUST).value).toBe('Vitaal');
    expect(screen.getByLabelText<HTMLInputElement>(GFI).value).toBe('4');
    await user.click(save());
    await screen.findByText(/^Opgeslagen/);
    expect(calls.map(({ headers, body }) => [headers.get('If-Match'), body])).toEqual([
      ['"3"', { profileLabels: { ROBUST: 'Vitaal' } }],
      ['"4"', { profileLabels: { ROBUST: 'Vitaal' } }],
    ]);
  });

  it('takes over the other value on request', async () => {
    const { user } = startWith(settings);
    await type(user, ROBUST, 'Vitaal');
    await user.click(save());
    await user.click(await screen.findByRole('button', { name: /^Neem deze over: Naam .* ●/ }));
    expect(screen.getByLabelText<HTMLInputElement>(ROBUST).value).toBe('Zelfredzaam');
  });
});
