/**
 * Signs in as the GP of the practice that has staff and no clients.
 *
 * @param {string} url
 * @returns {Promise<string>} the cookie
 */
export async function signIn(url) {
  const answer = await fetch(`${url}/api/v1/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'GP', practice: 'leeg' }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined) throw new Error(`signing in answered ${answer.status}`);
  return cookie;
}

/**
 * Registers made-up clients through the product, each with one completed questionnaire.
 *
 * @param {string} url
 * @param {string} cookie
 * @param {number} count
 * @param {object | null} form that each of them filled in
 * @param {number} [from] how many there are already
 * @returns {Promise<string[]>} their ids
 */
export async function registerClients(url, cookie, count, form, from = 0) {
  const batch = 20;
  /** @type {string[]} */
  const ids = [];
  while (ids.length < count) {
    const many = Math.min(batch, count - ids.length);
    const numbers = Array.from({ length: many }, (_, index) => from + ids.length + index);
    ids.push(...(await Promise.all(numbers.map((number) => register(url, cookie, number, form)))));
  }
  return ids;
}

/**
 * @param {string} url
 * @param {string} cookie
 * @param {number} number
 * @param {object | null} form
 */
async function register(url, cookie, number, form) {
  const { id } = await post(`${url}/api/v1/clients`, cookie, clientOf(number));
  if (form !== null) await post(`${url}/api/v1/clients/${id}/responses`, cookie, form);
  return id;
}

/** @param {number} number */
const clientOf = (number) => ({
  name: { initials: 'A.B.', given: 'Anna', prefix: 'van der', family: `Meting ${spelled(number)}` },
  sex: number % 2 === 0 ? 'FEMALE' : 'MALE',
  birthDate: `${1930 + (number % 20)}-0${1 + (number % 9)}-${10 + (number % 18)}`,
  hisNumber: String(10_000 + number),
  phone: '0599 550100',
  address: { street: 'Dorpsstraat', houseNumber: String(1 + number), postcode: '9501 AA', city: 'Stadskanaal' },
  confirmDuplicate: true,
});

/** Letters for a number, as names have no digits. @param {number} number */
const spelled = (number) => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/**
 * @param {string} url
 * @param {string} cookie
 * @param {object} body
 */
async function post(url, cookie, body) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
