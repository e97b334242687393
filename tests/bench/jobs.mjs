import { addDays, dayOfInstant } from '@samenoud/domain';

/**
 * @typedef {{ method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: string }} Request
 *
 * @typedef {object} Job
 * @property {string} name
 * @property {string} what
 * @property {'PRACTICE' | 'MANY'} clients
 * @property {number} requestsPerUnit how many requests make one questionnaire, list or record
 * @property {(clients: readonly string[], cookie: string) => Request[]} requests
 */

/** @param {string} instrument @param {number} first @param {number} last @param {string | number} answer */
const items = (instrument, first, last, answer) =>
  Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, index) => [
      `${instrument}-${String(first + index).padStart(2, '0')}`,
      answer,
    ]),
  );

/** One whole questionnaire on paper, every item answered: GFI 6, INTERMED-E-SA 20. */
export const completeForm = {
  channel: 'PAPER',
  status: 'COMPLETED',
  completedOn: addDays(dayOfInstant(Date.now()), -20),
  completedBy: 'SELF',
  answers: {
    ...items('gfi', 1, 4, 'dependent'),
    'gfi-05': 8,
    ...items('gfi', 6, 8, 'no'),
    'gfi-09': 'yes',
    'gfi-10': 'no',
    'gfi-11': 'sometimes',
    ...items('gfi', 12, 15, 'no'),
    ...items('imesa', 1, 20, 1),
  },
};

/** @type {readonly Job[]} */
export const jobs = [
  {
    name: 'client-list',
    what: '200 clients (the longest page) of 250 with latest profile',
    clients: 'PRACTICE',
    requestsPerUnit: 1,
    requests: (_, cookie) => [
      {
        method: 'POST',
        path: '/api/v1/clients/search',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ sort: 'NAME', limit: 200 }),
      },
    ],
  },
  {
    name: 'record',
    what: 'one record as the web app asks for it: client, responses, profiles',
    clients: 'PRACTICE',
    requestsPerUnit: 3,
    requests: (clients, cookie) =>
      clients.flatMap((id) =>
        ['', '/responses', '/profiles'].map((part) => ({
          method: /** @type {const} */ ('GET'),
          path: `/api/v1/clients/${id}${part}`,
          headers: { cookie },
        })),
      ),
  },
  {
    name: 'questionnaire',
    what: 'one questionnaire of 35 answers completed in one request, scored and logged',
    clients: 'MANY',
    requestsPerUnit: 1,
    requests: (clients, cookie) =>
      clients.map((id) => ({
        method: /** @type {const} */ ('POST'),
        path: `/api/v1/clients/${id}/responses`,
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(completeForm),
      })),
  },
];
