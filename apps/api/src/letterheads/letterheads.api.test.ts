import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCanvas } from '@napi-rs/canvas';
import { LETTERHEAD_LIMITS, LOGO_LIMITS, STAFF_ROLES } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';

const PATH = '/api/v1/letterhead';
const NOTHING = {
  version: 0, name: null, street: null, postcode: null, city: null, phone: null, openingHours: null, senderName: null,
  senderRole: null, emergencyText: null, letterOrder: 'NAME', hasLogo: false,
  missing: ['name', 'street', 'postcode', 'city', 'phone', 'senderName', 'senderRole'],
}; // prettier-ignore
const FILLED = {
  name: 'Praktijk De Brug', street: 'Dorpsstraat 12', postcode: '9501ab', city: 'Stadskanaal', phone: '0599-123456',
  openingHours: 'op werkdagen', senderName: 'J. Smit', senderRole: 'huisarts', emergencyText: null,
}; // prettier-ignore

let stack: TestApp;
let manager: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  manager = await stack.as('PRACTICE_MANAGER');
});
afterAll(() => stack.close());

const get = async (agent: Agent = manager) => (await agent.get(PATH).expect(200)).body;
async function put(body: object, status = 200) {
  const { version } = await get();
  return (await manager.put(PATH).set('If-Match', `"${version}"`).send(body).expect(status)).body;
}
async function putLogo(content: Buffer, status = 200, agent = manager) {
  const { version } = await get();
  return (await agent.put(`${PATH}/logo`).set('If-Match', `"${version}"`).attach('file', content, 'logo.bin').expect(status)).body; // prettier-ignore
}

describe('the letterhead of a practice', () => {
  it('is empty at the start, and every colleague reads it', async () => {
    for (const role of STAFF_ROLES) expect([role, await get(await stack.as(role, 'leeg'))]).toEqual([role, NOTHING]);
  });

  it('keeps what was filled in the Dutch way, and is then complete', async () => {
    const kept = {
      ...FILLED,
      version: 1,
      postcode: '9501 AB',
      phone: '0599 123456',
      letterOrder: 'NAME',
      hasLogo: false,
      missing: [],
    };
    expect(await put(FILLED)).toEqual(kept);
    expect(await get()).toEqual(kept);
    expect(await get(await stack.as('GP', 'zuid'))).toEqual(NOTHING);
  });

  it('is emptied by what is left out', async () => {
    const { version } = await get();
    expect(await put({ name: ' Praktijk De Brug ', phone: '' }, 400)).toMatchObject({ errors: [{ pointer: '/phone', code: 'INVALID_PHONE' }] }); // prettier-ignore
    expect(await put({ name: ' Praktijk De Brug ' })).toEqual({
      ...NOTHING,
      version: version + 1,
      name: 'Praktijk De Brug',
      missing: NOTHING.missing.filter((field) => field !== 'name'),
    });
    await put(FILLED);
  });

  it('says how letters are sorted, and keeps that until it is changed', async () => {
    expect(await put({ ...FILLED, letterOrder: 'POSTCODE' })).toMatchObject({ letterOrder: 'POSTCODE' });
    expect(await put(FILLED)).toMatchObject({ letterOrder: 'POSTCODE' });
    expect((await put({ letterOrder: 'AGE' }, 400)).errors).toMatchObject([{ pointer: '/letterOrder' }]);
    expect(await put({ ...FILLED, letterOrder: 'NAME' })).toMatchObject({ letterOrder: 'NAME' });
  });

  it('is changed by GP and manager only', async () => {
    for (const role of STAFF_ROLES) {
      const agent = await stack.as(role, 'leeg');
      const { status } = await agent.put(PATH).send({});
      expect([role, status]).toEqual([role, role === 'GP' || role === 'PRACTICE_MANAGER' ? 428 : 403]);
    }
  });

  it('wants the version that was seen, also for the very first one', async () => {
    const { body } = await manager.put(PATH).set('If-Match', '"0"').send(FILLED).expect(412);
    expect(body).toMatchObject({ code: 'STALE', current: await get() });
    const gp = await stack.as('GP', 'zuid');
    const first = await Promise.all([1, 2].map(() => gp.put(PATH).set('If-Match', '"0"').send(FILLED)));
    expect(first.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('notes in the log which fields were changed, not what they hold', async () => {
    await put({ ...FILLED, senderName: 'A. de Boer' });
    const { rows } = await stack.owner.query<{ query: object; client_id: string | null }>(
      `SELECT query, client_id FROM audit.event WHERE event_type = 'UPDATE_LETTERHEAD' ORDER BY occurred_at DESC, seq DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ query: { version: (await get()).version, fields: ['senderName'] }, client_id: null }]);
  });

  it.each(Object.entries(LETTERHEAD_LIMITS))('%s may have %i characters and no more', async (field, most) => {
    expect((await put({ ...FILLED, [field]: 'é'.repeat(most) }))[field]).toBe('é'.repeat(most));
    expect((await put({ ...FILLED, [field]: 'é'.repeat(most + 1) }, 400)).errors).toMatchObject([
      { pointer: `/${field}`, code: 'TOO_LONG' },
    ]);
    await put(FILLED);
  });
});

/** A picture of this size, as other programs write it. */
const picture = (width: number, height: number, type: 'image/png' | 'image/jpeg' = 'image/png'): Buffer => {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#0b5c6b';
  context.fillRect(0, 0, width, height);
  return type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg');
};

function png(pixels: Buffer, [width, height]: [number, number], { depth = 8, colour = 2, interlace = 0 } = {}): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlace], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]); // prettier-ignore
}
const row = Buffer.alloc(1 + 3 * 4);

describe('the logo', () => {
  it.each(['image/png', 'image/jpeg'] as const)('may be %s, known by its content', async (type) => {
    expect(await putLogo(picture(300, 100, type))).toMatchObject({ hasLogo: true });
    const answer = await manager.get(`${PATH}/logo`).expect(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toBe('sandbox');
    expect(answer.body).toEqual(picture(300, 100, type));
  });

  it('may be as large as the limit each way', async () => {
    expect(await putLogo(picture(LOGO_LIMITS.pixels, 1))).toMatchObject({ hasLogo: true });
    expect(await putLogo(picture(1, LOGO_LIMITS.pixels, 'image/jpeg'))).toMatchObject({ hasLogo: true });
  });

  it.each([
    ['text', Buffer.from('<svg onload="alert(1)"/>')],
    ['nothing', Buffer.alloc(0)],
    ['too wide', picture(LOGO_LIMITS.pixels + 1, 1)],
    ['too high', picture(1, LOGO_LIMITS.pixels + 1, 'image/jpeg')],
    ['too many bytes', Buffer.concat([picture(10, 10, 'image/jpeg'), Buffer.alloc(LOGO_LIMITS.bytes)])],
    ['a PNG without its end', picture(20, 20).subarray(0, -12)],
    ['a PNG whose pixels are missing', png(row, [4, 2])],
    ['a PNG that unpacks to more than it says', png(Buffer.alloc(50_000_000), [4, 1])],
    ['a PNG with an unknown filter', png(Buffer.concat([Buffer.from([9]), row.subarray(1)]), [4, 1])],
    ['an interlaced PNG', png(row, [4, 1], { interlace: 1 })],
    ['a PNG of 16 bits', png(row, [4, 1], { depth: 16 })],
    ['half a JPEG', picture(20, 20, 'image/jpeg').subarray(0, 100)],
    ['a PDF', Buffer.from('%PDF-1.7')],
  ])('is refused when it is %s', async (_, content) => {
    const before = await get();
    expect((await putLogo(content, 400)).errors).toMatchObject([{ pointer: '/file', code: 'INVALID_IMAGE' }]);
    expect(await get()).toEqual(before);
  });

  it('made by hand for these tests is a picture where nothing is wrong with it', async () => {
    expect(await putLogo(png(row, [4, 1]))).toMatchObject({ hasLogo: true });
  });

  it('can be taken away, and is then not there', async () => {
    await putLogo(picture(30, 10));
    const { version } = await get();
    await manager.delete(`${PATH}/logo`).expect(428);
    await manager.delete(`${PATH}/logo`).set('If-Match', '"0"').expect(412);
    const { body } = await manager.delete(`${PATH}/logo`).set('If-Match', `"${version}"`).expect(200);
    expect(body).toMatchObject({ hasLogo: false, version: version + 1 });
    await manager.get(`${PATH}/logo`).expect(404);
  });

  it('may be the first thing of a letterhead', async () => {
    const empty = await stack.as('PRACTICE_MANAGER', 'leeg');
    const { body } = await empty
      .put(`${PATH}/logo`)
      .set('If-Match', '"0"')
      .attach('file', picture(9, 9), 'x')
      .expect(200);
    expect(body).toMatchObject({ version: 1, hasLogo: true, name: null });
  });

  it('is not changed by who may not change the letterhead', async () => {
    const refused = await putLogo(picture(9, 9), 403, await stack.as('PRACTICE_ASSISTANT'));
    expect(refused.code).toBe('ROLE');
  });
});
