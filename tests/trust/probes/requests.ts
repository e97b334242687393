import { testMember } from '../support/staff.ts';

/** Bodies that pass the checks on input, so that the first refusal is one of access. */
export function bodyFor(route: string, practice: string, colleagueId: string): object | undefined {
  const bodies: Readonly<Record<string, object>> = {
    'PATCH /clients/{id}': { phone: '0599 123456' },
    'POST /clients/{id}/contact-persons': { name: 'Dochter' },
    'PATCH /contact-persons/{id}': { name: 'Zoon' },
    'POST /clients/{id}/statements': { statement: 'Ik gebruik geen rollator.', givenBy: 'CLIENT', givenOn: '2026-01-05' },
    'POST /statements/{id}/withdraw': { reason: 'Proef' },
    'POST /clients/{id}/restrictions': { reason: 'Wil liever niet dat anderen meekijken.', askedBy: 'CLIENT', askedOn: '2026-01-05' },
    'POST /clients/{id}/destruction-requests': { requestedBy: 'CLIENT', requestedOn: '2026-01-05' },
    'PUT /clients/{id}/team': { members: [{ userId: colleagueId }] },
    'PUT /clients/{id}/case-manager': { userId: colleagueId },
    'POST /clients/{id}/gap-explanations': { code: 'NO_PROFILE', reason: 'Proef', until: inTwoDays() },
    'POST /clients/{id}/consents': {
      toOrganisationId: testMember(practice, 'ELDERLY_ADVISER').organisationId,
      categories: [1], rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05',
    },
    'POST /clients/{id}/responses': { channel: 'PAPER' },
    'PATCH /responses/{id}': { answers: { 'imesa-01': 1 } },
    'PUT /responses/{id}/remark': { remark: 'In de kantlijn' },
    'POST /responses/{id}/amendments': { answers: { 'imesa-01': 1 }, reason: 'Nagevraagd' },
    'POST /responses/{id}/void': { reason: 'OTHER' },
    'POST /clients/{id}/profiles': { profile: 'FRAIL', reason: 'Proef' },
    'PATCH /care-plans/{id}': { wishes: 'Proef' },
    'POST /care-plans/{id}/problems': { area: 'd460', description: 'Proef', severity: 5, wantsToWorkOnIt: 'YES' },
    'POST /care-plans/{id}/adopt': { agreement: { by: 'Mevrouw', on: '2026-01-05', how: 'ORAL' } },
    'POST /clients/{id}/contacts': { type: 'PHONE', note: 'Proef' },
    'PATCH /contacts/{id}': { note: 'Proef' },
    'POST /clients/{id}/signals': { type: 'FALL', text: 'Proef' },
    'PATCH /signals/{id}': { state: 'ASSESSED', verdict: 'Proef' },
    'POST /clients/{id}/referrals': referral('Proef'),
    'PATCH /referrals/{id}': { receiver: 'Proef' },
    'PUT /clients/{id}/treatment-plan': { problems: [], agreements: 'Proef' },
    'PUT /clients/{id}/network': { ties: [] },
    'POST /clients/{id}/agenda-items': { question: 'Proef' },
    'POST /clients/{id}/consent-papers': { kind: 'AGREED' },
    'POST /clients/{id}/export': { format: 'JSON' },
    'POST /clients/{id}/break-glass': { reasonCode: 'ACUTE_CARE', reason: 'Gevallen in huis, geen mantelzorg.' },
  }; // prettier-ignore
  return route.startsWith('GET') ? undefined : (bodies[route] ?? {});
}

/** To the hairdresser, whose name and reason say nothing of health. */
export const referral = (reason: string): object => ({
  type: 'OTHER',
  typeText: 'Kapper',
  receiver: 'Salon',
  receiverContact: '0599 123456',
  reason,
  dueOn: inTwoDays(),
});

const inTwoDays = (): string => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
