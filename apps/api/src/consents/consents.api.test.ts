import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsentCategory } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import { Consents } from './consents.service.ts';

let stack: TestApp;
let gp: Agent;
let adviser: Agent;
let nurse: Agent;
let births = 0;
const socialWork = testMember('noord', 'ELDERLY_ADVISER');
const homeCare = testMember('noord', 'DISTRICT_NURSE');

beforeAll(async () => {
  stack = await startTestApp();
  gp = await stack.as('GP');
  adviser = await stack.as('ELDERLY_ADVISER');
  nurse = await stack.as('DISTRICT_NURSE');
});
afterAll(() => stack.close());

/** A client with a completed form and an assigned profile, all written by the practice. */
async function clientWithProfile(): Promise<string> {
  births += 1;
  const birthDate = `1940-03-${String(births).padStart(2, '0')}`;
  const { body } = await gp
    .post('/api/v1/clients')
    .send({ name: { family: 'Jansen' }, sex: 'MALE', birthDate, bsn: null })
    .expect(201);
  const answers = { 'gfi-11': 'yes', 'gfi-09': 'yes', 'imesa-01': 2 };
  const form = {
    channel: 'PAPER',
    completedOn: '2026-11-01',
    completedBy: 'SELF',
    confirmOldDate: true,
    status: 'COMPLETED',
    answers,
  };
  await gp.post(`/api/v1/clients/${body.id}/responses`).send(form).expect(201);
  await gp.post(`/api/v1/clients/${body.id}/profiles`).send({ profile: 'FRAIL', reason: 'gesprek' }).expect(201);
  return body.id;
}

const grant = (client: string, categories: readonly ConsentCategory[]): Promise<string> =>
  actAs(stack, 'GP', () =>
    stack.app.get(Consents, { strict: false }).register(client, {
      kind: 'GRANT',
      fromOrgId: null,
      toOrgId: socialWork.organisationId,
      categories,
      givenBy: 'CLIENT',
      how: 'ORAL',
      givenOn: '2026-11-01',
      textVersion: '1',
    }),
  );
const withdraw = (client: string, consent: string): Promise<void> =>
  actAs(stack, 'GP', () => stack.app.get(Consents, { strict: false }).withdraw(client, consent));
const join = (client: string, userId: string): Promise<void> =>
  actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, userId));

describe('an ouderenadviseur', () => {
  it('cannot be named before the client agrees to share name and phone', async () => {
    const client = await clientWithProfile();
    await expect(join(client, socialWork.userId)).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' });
    await adviser.get(`/api/v1/clients/${client}`).expect(404);
  });

  it('sees what is granted and is told what is not, without what it is', async () => {
    const client = await clientWithProfile();
    await grant(client, [1]);
    await join(client, socialWork.userId);
    const { body: record } = await adviser.get(`/api/v1/clients/${client}`).expect(200);
    expect(record).not.toHaveProperty('profile');
    expect(record).not.toHaveProperty('bsn');
    expect(record.hidden).toEqual([
      { pointer: '/bsn', code: 'ROLE' },
      { pointer: '/profile', code: 'NO_BASIS' },
    ]);
    const { body: list } = await adviser.post('/api/v1/clients/search').send({}).expect(200);
    expect(list.items.find((item: { id: string }) => item.id === client)).toMatchObject({
      hidden: [{ pointer: '/profile', code: 'NO_BASIS' }],
    });
    const { body: responses } = await adviser.get(`/api/v1/clients/${client}/responses`).expect(200);
    expect(responses.items[0]).toMatchObject({ status: 'COMPLETED' });
    expect(responses.items[0]).not.toHaveProperty('answers');
    expect(responses.items[0]).not.toHaveProperty('assessment');
    const { body: refused } = await adviser.get(`/api/v1/clients/${client}/profiles`).expect(403);
    expect(refused.code).toBe('NO_BASIS');
    await adviser.post(`/api/v1/clients/${client}/bsn/reveal`).expect(403);
  });

  it('sees wellbeing answers with category 2, the profile with category 3, and nothing after withdrawal', async () => {
    const client = await clientWithProfile();
    await grant(client, [1]);
    await join(client, socialWork.userId);
    const wellbeing = await grant(client, [2]);
    const partly = await adviser.get(`/api/v1/clients/${client}/responses`).expect(200);
    expect(partly.body.items[0].answers).toEqual({ 'gfi-11': 'yes' });
    const health = await grant(client, [3]);
    const whole = await adviser.get(`/api/v1/clients/${client}/responses`).expect(200);
    expect(whole.body.items[0].answers).toEqual({ 'gfi-11': 'yes', 'gfi-09': 'yes', 'imesa-01': 2 });
    expect(whole.body.items[0].assessment.proposedProfile).toBe('UNDETERMINED');
    const record = await adviser.get(`/api/v1/clients/${client}`).expect(200);
    expect(record.body.profile).toMatchObject({ assigned: 'FRAIL' });
    await withdraw(client, wellbeing);
    const withoutWellbeing = await adviser.get(`/api/v1/clients/${client}/responses`).expect(200);
    expect(withoutWellbeing.body.items[0].assessment.instruments.gfi).toMatchObject({
      lower: 2,
      contributions: [{ item: 'gfi-09', answer: 'yes', score: 1 }],
    });
    await withdraw(client, health);
    const after = await adviser.get(`/api/v1/clients/${client}/responses`).expect(200);
    expect(after.body.items[0]).not.toHaveProperty('answers');
    expect((await adviser.get(`/api/v1/clients/${client}`).expect(200)).body).not.toHaveProperty('profile');
  });

  it('is no longer case manager or in the team the moment name and phone may not be shared', async () => {
    const client = await clientWithProfile();
    const identity = await grant(client, [1]);
    await actAs(stack, 'GP', () =>
      stack.app.get(CareTeams, { strict: false }).nameCaseManager(client, socialWork.userId),
    );
    const named = await gp.get(`/api/v1/clients/${client}`).expect(200);
    expect(named.body.caseManagerId).toBe(socialWork.userId);
    await withdraw(client, identity);
    const after = await gp.get(`/api/v1/clients/${client}`).expect(200);
    expect(after.body.caseManagerId).toBeNull();
    await adviser.get(`/api/v1/clients/${client}`).expect(404);
  });

  it('is refused, not thanked, when she answers in a form of which she may not have all answers', async () => {
    const client = await clientWithProfile();
    await grant(client, [1, 3]);
    await join(client, socialWork.userId);
    const { body: begun } = await gp.post(`/api/v1/clients/${client}/responses`).send({ channel: 'PAPER' }).expect(201);
    const path = `/api/v1/responses/${begun.id}`;
    const answers = { 'gfi-09': 'yes', 'gfi-11': 'yes' };
    const { body } = await adviser.patch(path).set('If-Match', '"1"').send({ answers }).expect(403);
    expect(body.code).toBe('NO_BASIS');
    await grant(client, [2]);
    const kept = await adviser.patch(path).set('If-Match', '"1"').send({ answers }).expect(200);
    expect(kept.body.answers).toEqual(answers);
    expect((await gp.get(path).expect(200)).body.answers).toEqual(answers);
  });

  it('reads her own entry without a grant, and the practice reads it as involved', async () => {
    const client = await clientWithProfile();
    await grant(client, [1]);
    await join(client, socialWork.userId);
    const form = {
      channel: 'INTERVIEW',
      completedOn: '2026-11-02',
      completedBy: 'WITH_HELP',
      confirmOldDate: true,
      status: 'COMPLETED',
    };
    const answers = { 'gfi-12': 'sometimes', 'gfi-01': 'dependent' };
    const { body } = await adviser
      .post(`/api/v1/clients/${client}/responses`)
      .send({ ...form, answers })
      .expect(201);
    expect(body).toMatchObject({ answers, assessment: { proposedProfile: 'UNDETERMINED' } });
    expect((await adviser.get(`/api/v1/responses/${body.id}`).expect(200)).body.answers).toEqual(answers);
    expect((await gp.get(`/api/v1/responses/${body.id}`).expect(200)).body.answers).toEqual(answers);
  });
});

describe('a wijkverpleegkundige', () => {
  it('is involved as soon as she is in the team: profile and answers, phone and address, no more', async () => {
    const client = await clientWithProfile();
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    await join(client, homeCare.userId);
    const { body: record } = await nurse.get(`/api/v1/clients/${client}`).expect(200);
    expect(record).toMatchObject({ profile: { assigned: 'FRAIL' }, bsn: null });
    const changed = await nurse
      .patch(`/api/v1/clients/${client}`)
      .set('If-Match', '"1"')
      .send({ phone: '0599 123123' })
      .expect(200);
    expect(changed.body).toMatchObject({ phone: '0599 123123', version: 2 });
    await nurse.patch(`/api/v1/clients/${client}`).set('If-Match', '"2"').send({ sex: 'FEMALE' }).expect(403);
  });
});
