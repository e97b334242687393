import { addDays, dayOfInstant } from '@samenoud/domain';
import type { Page } from 'playwright-core';

export interface Invited {
  readonly clientId: string;
  readonly invitationId: string;
  readonly name: string;
  /** As the scanner types it, without the sheet. */
  readonly code: string;
}

export interface InvitedRound {
  readonly id: string;
  readonly name: string;
  /** The paper form of a client by family name. Throws for who was not invited. */
  readonly of: (family: string) => Invited;
}

type Sent = { client: { id: string; name: string }; id: string; formCode: string };

/** A round in which everyone who may be is invited, made by who is signed in on this page; letters are not made. */
export async function inviteEveryone(page: Page, name: string): Promise<InvitedRound> {
  const today = dayOfInstant(Date.now());
  const round = await post(page, 'screening-rounds', { name, referenceDate: today, returnBy: addDays(today, 42) });
  await post(page, `screening-rounds/${round.id}/invitations`, {});
  const answer = await page.request.get(`/api/v1/screening-rounds/${round.id}/invitations?limit=200`);
  const { items } = (await answer.json()) as { items: Sent[] };
  return {
    id: round.id,
    name,
    of: (family) => {
      const found = items.find(({ client }) => client.name.startsWith(`${family},`));
      if (found === undefined) throw new Error(`${family} was not invited`);
      const { client, id, formCode } = found;
      return { clientId: client.id, invitationId: id, name: client.name, code: formCode };
    },
  };
}

async function post(page: Page, path: string, data: object): Promise<{ id: string }> {
  const answer = await page.request.post(`/api/v1/${path}`, { data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

/**
 * What a scanner does: types the code of a sheet within a few milliseconds, and Enter. All keys are on their way before the first
 * is answered: a busy machine puts no pauses between them.
 */
export async function scan(page: Page, { code }: Pick<Invited, 'code'>, sheet = 1): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  const keys = [...[...`${code}${sheet}`].map(keyOf), enter];
  await Promise.all(
    keys.flatMap((key) => [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, text: '' }),
    ]),
  );
  await session.detach();
}

/** The key of a letter or digit, as the browser wants to have it. */
const keyOf = (sign: string) => ({
  key: sign,
  code: `${/\d/.test(sign) ? 'Digit' : 'Key'}${sign.toUpperCase()}`,
  text: sign,
  windowsVirtualKeyCode: sign.toUpperCase().charCodeAt(0),
});
