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

it('does not take the place of a death that is recorded in the same moment', async () => {
  const assistant = await stack.as('PRACTICE_ASSISTANT');
  const person = { name: { family: 'Samenloop' }, sex: 'FEMALE', birthDate: BORN };
  const { body: client } = await assistant.post('/api/v1/clients').send(person).expect(201);
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
