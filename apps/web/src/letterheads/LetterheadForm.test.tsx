import { answerWith } from '../testing/network.ts';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LETTERHEAD_LIMITS } from '@samenoud/domain';
import { stage } from '../testing/stage.tsx';
import type { Letterhead } from './letterhead-queries.ts';
import { LetterheadForm } from './LetterheadForm.tsx';

const EMPTY: Letterhead = {
  version: 0, name: null, street: null, postcode: null, city: null, phone: null, openingHours: null, senderName: null,
  senderRole: null, emergencyText: null, letterOrder: 'NAME', hasLogo: false, missing: [],
}; // prettier-ignore
const FILLED: Letterhead = {
  ...EMPTY, version: 3, name: 'Praktijk De Brug', street: 'Dorpsstraat 12', postcode: '9501 AB', city: 'Stadskanaal',
  phone: '0599 123456', senderName: 'J. Smit', senderRole: 'huisarts',
}; // prettier-ignore
const MEANWHILE: Letterhead = { ...FILLED, version: 4, senderName: 'A. de Boer', city: 'Veendam' };

function start(letterhead: Letterhead) {
  const calls = answerWith(({ headers, body }) => {
    if (headers.get('If-Match') === '"3"') return { status: 412, body: { code: 'STALE', current: MEANWHILE } };
    return { body: { ...letterhead, ...(body as object), version: letterhead.version + 1 } };
  });
  stage(<LetterheadForm letterhead={letterhead} />);
  return { user: userEvent.setup({ delay: null }), calls };
}
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const save = () => screen.getByRole('button', { name: 'Opslaan' });
const preview = () => screen.getByRole('region', { name: 'Zo staat het op de brief' });

describe('LetterheadForm', () => {
  it('says what letters still wait for, and shows where it will stand', async () => {
    const { user } = start(EMPTY);
    expect(
      screen.getByText(/^Nog niet compleet\. Vul nog in: naam van de praktijk, straat en huisnummer, postcode/),
    ).toBeTruthy();
    expect(preview().textContent).toContain('(naam van de praktijk)');
    await user.type(field('Naam van de praktijk'), 'Praktijk De Brug');
    expect(preview().textContent).toContain('Praktijk De Brug');
    expect(preview().textContent).toContain('Bij spoed: bel 112 of de huisarts.');
  });

  it('sends the whole letterhead; what is empty as nothing', async () => {
    const { user, calls } = start({ ...FILLED, version: 7 });
    expect(screen.getByText('Het briefhoofd is compleet: u kunt brieven maken.')).toBeTruthy();
    await user.clear(field('Wie ondertekent de brief?'));
    await user.selectOptions(field('Hoe liggen de brieven op volgorde?'), 'op postcode');
    await user.click(save());
    expect(await screen.findByText('Opgeslagen. Nieuwe brieven krijgen dit briefhoofd.')).toBeTruthy();
    const { version: _, hasLogo: __, missing: ___, ...rest } = FILLED;
    expect(calls.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PUT', '/api/v1/letterhead', { ...rest, senderName: null, letterOrder: 'POSTCODE' }],
    ]);
  });

  it('sends nothing when nothing was changed', async () => {
    const { user, calls } = start(FILLED);
    await user.click(save());
    expect(screen.getByText('U hebt nog niets gewijzigd.')).toBeTruthy();
    expect(calls).toHaveLength(0);
  });

  it.each([
    ['Postcode', '9501', 'Vul een postcode in zoals 9501 AB.'],
    ['Telefoonnummer', '0599', 'Vul een telefoonnummer in zoals 0599 123456.'],
    ['Plaats', 'x'.repeat(LETTERHEAD_LIMITS.city + 1), `Gebruik hoogstens ${LETTERHEAD_LIMITS.city} tekens.`],
  ])('says what is wrong before anything is sent: %s „%s”', async (label, value, sentence) => {
    const { user, calls } = start(FILLED);
    await user.clear(field(label));
    await user.type(field(label), value);
    await user.click(save());
    expect(screen.getAllByText(sentence).length).toBeGreaterThan(0);
    expect(document.activeElement).toBe(field(label));
    expect(calls).toHaveLength(0);
  });

  it('shows both versions when somebody else saved first, and saves on top of theirs', async () => {
    const { user, calls } = start(FILLED);
    await user.clear(field('Wie ondertekent de brief?'));
    await user.type(field('Wie ondertekent de brief?'), 'B. Vos');
    await user.click(save());
    const panel = await screen.findByRole('region', { name: 'Iemand anders wijzigde het briefhoofd intussen' });
    expect(within(panel).getByRole('row', { name: /^Wie ondertekent de brief\? B\. Vos A\. de Boer/ })).toBeTruthy();
    expect(within(panel).getByRole('row', { name: 'Plaats Stadskanaal Veendam overgenomen' })).toBeTruthy();
    expect([field('Wie ondertekent de brief?').value, field('Plaats').value]).toEqual(['B. Vos', 'Veendam']);
    await user.click(save());
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls.map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"']);
  });
});
