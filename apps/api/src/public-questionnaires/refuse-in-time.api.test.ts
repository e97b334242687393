import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inviteOnline } from '../testing/online-invitation.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';

const HOME = '/api/v1/public/questionnaire';
const BORN = '1941-04-03';

let stack: TestApp;
beforeAll(async () => {
  stack = await startTestApp();
});
afterAll(() => stack.close());

const person = (family: string) => ({ name: { family }, sex: 'FEMALE', birthDate: BORN, confirmDuplicate: true });

it('does not take the place of a death that is recorded in the same moment', async () => {
  const assistant = await stack.as('PRACTICE_ASSISTANT');
  const { body: client } = await assistant.post('/api/v1/clients').send(person('Samenloop')).expect(201);
  const { code, invitationId } = await inviteOnline(stack.owner, client.id);
  const respondent = stack.visitor();
  await respondent.post(`${HOME}/access`).send({ code, birthDate: BORN }).expect(200);
  await stack.owner.query('BEGIN');
  await stack.owner.query(`UPDATE care.screening_invitation SET state = 'DECEASED' WHERE id = $1`, [invitationId]);
  const refusing = Promise.resolve(respondent.post(`${HOME}/refuse`).send({ alsoLater: true }));
  await pause(300);
  await stack.owner.query('COMMIT');
  expect((await refusing).body.code).toBe('QUESTIONNAIRE_CLOSED');
  const { rows } = await stack.owner.query(
    `SELECT i.state, c.do_not_invite_on, f.status FROM care.screening_invitation i
     JOIN care.client c ON c.id = i.client_id JOIN care.response f ON f.client_id = c.id WHERE i.id = $1`,
    [invitationId],
  );
  expect(rows).toEqual([{ state: 'DECEASED', do_not_invite_on: null, status: 'IN_PROGRESS' }]);
});

it('leaves a form alone that the practice took over', async () => {
  const assistant = await stack.as('PRACTICE_ASSISTANT');
  const { body: client } = await assistant.post('/api/v1/clients').send(person('Overgenomen')).expect(201);
  const { code } = await inviteOnline(stack.owner, client.id);
  const respondent = stack.visitor();
  const { body } = await respondent.post(`${HOME}/access`).send({ code, birthDate: BORN }).expect(200);
  const form = `/api/v1/responses/${body.responseId}`;
  await assistant.patch(form).set('If-Match', '"1"').send({ channel: 'PHONE' }).expect(200);
  for (const path of ['refuse', `responses/${body.responseId}/complete`]) {
    const sent = path === 'refuse' ? {} : { completedBy: 'SELF' };
    const refused = await respondent.post(`${HOME}/${path}`).send(sent).expect(409);
    expect([path, refused.body.code]).toEqual([path, 'QUESTIONNAIRE_WITH_PRACTICE']);
  }
  expect((await assistant.get(form).expect(200)).body.status).toBe('IN_PROGRESS');
});
