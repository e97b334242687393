import { CareTeams } from '../../../apps/api/src/care-teams/care-teams.service.ts';
import { Consents } from '../../../apps/api/src/consents/consents.service.ts';
import { pick, type Random } from '../support/random.ts';
import { actAs, type Staff, type TestApp, testMember } from '../support/staff.ts';

export type Reader = 'ELDERLY_ADVISER' | 'DISTRICT_NURSE';

/** One way in which what a colleague elsewhere may see of a client ends. */
export interface Way {
  readonly name: string;
  readonly reader: Reader;
  /** The page she has open. */
  readonly page: (clientId: string) => string;
  readonly open: (clientId: string) => Promise<string>;
  /** By whoever the client phones; answers when the act was answered. */
  readonly end: (clientId: string, id: string) => Promise<number>;
}

const PAPER = { fromOrgId: null, givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-01-05', textVersion: '1' } as const;
const GRANTED = { ELDERLY_ADVISER: [1, 2, 3, 4, 6], DISTRICT_NURSE: [1, 2, 3, 4, 5, 6] } as const;

export function waysOf(stack: TestApp, staff: Staff, random: Random): readonly Way[] {
  const consents = stack.app.get(Consents, { strict: false });
  const teams = stack.app.get(CareTeams, { strict: false });
  const given = (clientId: string, reader: Reader): Promise<string> =>
    actAs(stack, 'noord', 'GP', async () => {
      const { organisationId, userId } = testMember('noord', reader);
      const rule = { ...PAPER, kind: 'GRANT', toOrgId: organisationId, categories: GRANTED[reader] } as const;
      const id = await consents.register(clientId, rule);
      await teams.join(clientId, userId);
      await teams.join(clientId, testMember('noord', 'PRACTICE_NURSE').userId);
      return id;
    });
  const phoned = () => staff('noord', pick(random, ['GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'] as const));
  const answered = async (request: PromiseLike<{ status: number }>): Promise<number> => {
    const { status } = await request;
    if (status >= 300) throw new Error(`ending was answered with ${status}`);
    return performance.now();
  };
  const record = (clientId: string): string => `/api/v1/clients/${clientId}`;
  return [
    {
      name: 'withdrawn',
      reader: 'ELDERLY_ADVISER',
      page: record,
      open: (clientId) => given(clientId, 'ELDERLY_ADVISER'),
      end: (_, id) => answered(phoned().post(`/api/v1/consents/${id}/withdraw`).send({})),
    },
    {
      name: 'withdrawn by the adviser herself',
      reader: 'ELDERLY_ADVISER',
      page: record,
      open: (clientId) => given(clientId, 'ELDERLY_ADVISER'),
      end: (_, id) => answered(staff('noord', 'ELDERLY_ADVISER').post(`/api/v1/consents/${id}/withdraw`).send({})),
    },
    {
      name: 'refused to home care',
      reader: 'DISTRICT_NURSE',
      page: (clientId) => `${record(clientId)}/profiles`,
      open: (clientId) => given(clientId, 'DISTRICT_NURSE'),
      end: (clientId) =>
        answered(
          phoned().post(`${record(clientId)}/consents`).send({
            toOrganisationId: testMember('noord', 'DISTRICT_NURSE').organisationId, categories: [1, 2, 3, 4, 5, 6],
            rule: pick(random, ['DENY', 'OPTOUT']), givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05',
          }), // prettier-ignore
        ),
    },
    {
      name: 'left the team',
      reader: 'DISTRICT_NURSE',
      page: record,
      open: (clientId) => given(clientId, 'DISTRICT_NURSE'),
      end: async (clientId) => {
        const agent = phoned();
        const { body } = await agent.get(`${record(clientId)}/team`);
        return answered(
          agent
            .put(`${record(clientId)}/team`)
            .set('If-Match', `"${body.version}"`)
            .send({ members: [] }),
        );
      },
    },
  ];
}
