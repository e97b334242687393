import type { StaffRole } from '@samenoud/domain';
import type { Page } from 'playwright-core';

interface Organisations {
  readonly items: readonly { id: string; kind: string; members: readonly { userId: string; role: StaffRole }[] }[];
}

/** Names these colleagues in the team of a client, for a journey about something else; the social domain with what she agreed to. */
export async function formTeam(page: Page, clientId: string, roles: readonly StaffRole[]): Promise<void> {
  const { items } = (await (await page.request.get('/api/v1/organisations')).json()) as Organisations;
  const social = items.find(({ kind }) => kind === 'SOCIAL_WORK');
  if (roles.includes('ELDERLY_ADVISER') && social) {
    const given = { rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05' };
    await expectOk(page, 'post', `/api/v1/clients/${clientId}/consents`, {
      ...given,
      toOrganisationId: social.id,
      categories: [1, 4],
    });
  }
  const members = items.flatMap((one) => one.members).filter(({ role }) => roles.includes(role));
  await expectOk(page, 'put', `/api/v1/clients/${clientId}/team`, {
    members: members.map(({ userId }) => ({ userId })),
  });
}

async function expectOk(page: Page, method: 'post' | 'put', path: string, data: object): Promise<void> {
  const { version } = (await (await page.request.get(path)).json()) as { version?: number };
  const headers = version === undefined ? {} : { 'If-Match': `"${version}"` };
  const answer = await page.request[method](path, { data, headers });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
}
