import { pick } from '../support/random.ts';
import { newToken } from '../support/world.ts';
import { type Life, today } from './life.ts';
import type { Employee } from './people.ts';
import type { Dossier } from './record-keeper.ts';
import { referral } from './requests.ts';
import type { PaperRole } from './rights-oracle.ts';
import type { Kept } from './seen-oracle.ts';
import { writersOf } from './writers.ts';

const TEAM = ['GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE'] as const;

/** How somebody writes down one thing of this kind; the token is its text. */
interface Way {
  readonly kind: Kept['kind'];
  readonly roles: readonly PaperRole[];
  readonly method: 'post' | 'put';
  readonly path: string;
  readonly body: (token: string) => object;
  readonly category?: Kept['category'];
}

const WAYS: readonly Way[] = [
  { kind: 'CONTACT', roles: TEAM, method: 'post', path: 'contacts', body: (note) => ({ type: 'PHONE', on: today(), note }) },
  { kind: 'SIGNAL', roles: [...TEAM, 'PRACTICE_ASSISTANT'], method: 'post', path: 'signals', body: (text) => ({ type: 'FALL', text }) },
  { kind: 'SIGNAL', roles: [...TEAM, 'PRACTICE_ASSISTANT'], method: 'post', path: 'signals', category: 2, body: (text) => ({ type: 'LONELINESS', text }) },
  { kind: 'REFERRAL', roles: TEAM, method: 'post', path: 'referrals', body: referral },
  { kind: 'TREATMENT', roles: ['GP', 'ELDERLY_CARE_PHYSICIAN'], method: 'put', path: 'treatment-plan', body: (agreements) => ({ problems: [], agreements }) },
  { kind: 'NETWORK', roles: ['GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER'], method: 'put', path: 'network', body: (name) => ({ ties: [tieWith(name)] }) },
]; // prettier-ignore

const tieWith = (name: string): object => ({
  name, relation: 'buurvrouw', frequency: 'WEEKLY', support: [], closeness: 1, wish: 'SAME',
}); // prettier-ignore

/** A contact, a signal, a referral, or what there is one of: the medical plan, the network. */
export async function writeCare(life: Life, dossier: Dossier): Promise<void> {
  const { kind, roles, method, path, body, category } = pick(life.random, WAYS);
  const isOnly = method === 'put';
  if (isOnly && dossier.things.some((thing) => thing.kind === kind)) return;
  const writers: readonly Employee[] = writersOf(life, dossier, ...roles);
  if (writers.length === 0) return;
  const writer = pick(life.random, writers);
  const { clientId } = dossier.client;
  const token = newToken();
  const request = writer.agent[method](`/api/v1/clients/${clientId}/${path}`);
  const answer = await (isOnly ? request.set('If-Match', '"0"') : request).send(body(token));
  // refused where it may not be shared, and a referral of who is no case manager
  if (answer.status >= 300) return;
  const { id = `${clientId}#${kind}` } = answer.body as { id?: string };
  const made = { clientId, ownerOrg: writer.orgId, madeBy: writer.id, token };
  dossier.things.push({ ...made, kind, id, ...(category !== undefined && { category }) });
}
