import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { Consents } from '../consents/consents.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const ADVISER = testMember('noord', 'ELDERLY_ADVISER');

let stack: TestApp;
let assistant: Agent;
let adviser: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, adviser] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('ELDERLY_ADVISER')];
});
afterAll(() => stack.close());

/** A client the adviser works for, who shares with her organisation who she is and nothing else. */
async function sharedByName(): Promise<string> {
  const person = { name: { family: 'Kantlijn' }, sex: 'FEMALE', birthDate: '1941-04-03', confirmDuplicate: true };
  const { body } = await assistant.post('/api/v1/clients').send(person).expect(201);
  await actAs(stack, 'GP', async () => {
    const paper = { fromOrgId: null, givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-01-05', textVersion: '1' } as const;
    const rule = { ...paper, kind: 'GRANT', toOrgId: ADVISER.organisationId, categories: [1] } as const;
    await stack.app.get(Consents, { strict: false }).register(body.id, rule);
    await stack.app.get(CareTeams, { strict: false }).join(body.id, ADVISER.userId);
  });
  return body.id;
}

describe('a remark that another organisation wrote and does not share', () => {
  it('is neither overwritten nor a fault: the one who may not see it is refused', async () => {
    const client = await sharedByName();
    const begun = await adviser.post(`/api/v1/clients/${client}/responses`).send({ channel: 'PAPER' }).expect(201);
    const path = `/api/v1/responses/${begun.body.id}`;
    await stack.owner.query(
      `INSERT INTO care.response_remark (practice_id, response_id, client_id, owner_org_id, remark)
       SELECT practice_id, id, client_id, $2, 'van de praktijk' FROM care.response WHERE id = $1`,
      [begun.body.id, testMember('noord', 'GP').organisationId],
    );
    const refused = await adviser.put(`${path}/remark`).set('If-Match', '"1"').send({ remark: 'van welzijn' });
    expect([refused.status, refused.body.code]).toEqual([403, 'NO_BASIS']);
    const { rows } = await stack.owner.query(
      `SELECT m.remark, r.version FROM care.response_remark m JOIN care.response r ON r.id = m.response_id WHERE r.id = $1`,
      [begun.body.id],
    );
    expect(rows).toEqual([{ remark: 'van de praktijk', version: 1 }]);
  });
});
