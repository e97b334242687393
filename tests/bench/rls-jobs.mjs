/**
 * @typedef {{ method: 'GET' | 'POST', path: string, body?: object }} Ask
 * @typedef {{ name: string, role: string, asks: readonly Ask[] }} RlsJob asks are made one after the other and counted together
 */

const api = '/api/v1';

/** @param {string} path @param {object} body @returns {Ask} */
const post = (path, body) => ({ method: 'POST', path: api + path, body });
/** @param {object} body @returns {Ask} */
const search = (body) => post('/clients/search', body);
/** @param {string} path @returns {Ask} */
const get = (path) => ({ method: 'GET', path: api + path });

/**
 * What the issue names, by the people it is for, through the product's own routes.
 *
 * @param {{ clients: Readonly<Record<string, readonly string[]>>, colleague: string, day: string }} ids clients by role that may see them
 * @returns {RlsJob[]}
 */
export function rlsJobs({ clients, colleague, day }) {
  const readers = ['GP', 'DISTRICT_NURSE', 'ELDERLY_ADVISER'];
  return [
    ...readers.flatMap((role) => [
      { name: 'list', role, asks: [search({ limit: 50 })] },
      { name: 'list by priority', role, asks: [search({ sort: 'PRIORITY', limit: 50 })] },
      { name: 'search by name', role, asks: [search({ text: 'bakk', limit: 50 })] },
      { name: 'search by name and year', role, asks: [search({ text: 'visser 1941', limit: 50 })] },
      ...(clients[role] ?? []).slice(0, 1).map((id) => ({
        name: 'record',
        role,
        asks: ['', '/responses', '/profiles'].map((part) => get(`/clients/${id}${part}`)),
      })),
      { name: 'safety net', role, asks: [get('/safety-net')] },
      { name: 'caseload', role, asks: [post('/caseload/search', { limit: 50 })] },
    ]),
    { name: 'log of a client', role: 'GP', asks: [get(`/clients/${clients['GP']?.[0]}/access-log`)] },
    { name: 'log of a client', role: 'LOG_OFFICER', asks: [get(`/clients/${clients['GP']?.[0]}/access-log`)] },
    { name: 'log of a day', role: 'LOG_OFFICER', asks: [get(`/access-log/by-day?date=${day}`)] },
    { name: 'log of an employee', role: 'LOG_OFFICER', asks: [get(`/access-log/by-employee?userId=${colleague}`)] },
  ];
}
