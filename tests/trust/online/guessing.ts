import { pick, type Random } from '../support/random.ts';
import type { TestApp } from '../support/staff.ts';
import { Browser, type Reply } from './browser.ts';
import type { Letter } from './respondent.ts';

const TRIES_PER_CODE = 5;
/** Far more than any household or library types wrong, far less than a search needs. */
const MOST_TRIES_PER_ADDRESS = 1_000;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const guess = (random: Random): string => Array.from({ length: 12 }, () => pick(random, [...ALPHABET])).join('');

/** Whoever guesses learns nothing and is slowed; whoever mistyped gets in within the hour after. Source: trust paper 7. */
export async function guessingFaults(
  stack: TestApp,
  address: string,
  random: Random,
  [victim, neighbour]: readonly [Letter, Letter],
): Promise<{ faults: string[]; tries: number }> {
  const faults: string[] = [];
  const access = (code: string, birthDate: string): Promise<Reply> =>
    new Browser(address).ask('POST', '/public/questionnaire/access', { code, birthDate });
  const unknown = await access(guess(random), victim.birthDate);
  for (let tries = 0; tries < TRIES_PER_CODE; tries++) {
    const wrong = await access(victim.code, '1938-08-08');
    if (wrong.status !== unknown.status || wrong.text !== unknown.text)
      faults.push(
        `a wrong birth date answers ${wrong.status} ${wrong.text}, an unknown code ${unknown.status} ${unknown.text}`,
      );
  }
  if (unknown.status !== 401) faults.push(`an unknown code answers ${unknown.status}`);
  faults.push(...waitFaults('the sixth try', await access(victim.code, '1938-08-08')));
  faults.push(...waitFaults('the right birth date after five wrong ones', await access(victim.code, victim.birthDate)));
  const { status } = await access(neighbour.code, neighbour.birthDate);
  if (status !== 200) faults.push(`the neighbour behind the same address gets ${status}`);
  await stack.owner.query(`UPDATE auth.code_try SET hour_began_at = hour_began_at - interval '61 minutes'`);
  const later = await access(victim.code, victim.birthDate);
  if (later.status !== 200) faults.push(`an hour later the right code answers ${later.status}`);
  return guessAtRandom(access, random, faults);
}

async function guessAtRandom(
  access: (code: string, birthDate: string) => Promise<Reply>,
  random: Random,
  faults: string[],
): Promise<{ faults: string[]; tries: number }> {
  for (let tries = 1; tries <= MOST_TRIES_PER_ADDRESS; tries++) {
    const reply = await access(guess(random), '1940-01-01');
    if (reply.status === 401) continue;
    return { faults: [...faults, ...waitFaults(`try ${tries} from one address`, reply)], tries };
  }
  return {
    faults: [...faults, `${MOST_TRIES_PER_ADDRESS} guesses from one address were not slowed`],
    tries: MOST_TRIES_PER_ADDRESS,
  };
}

function waitFaults(what: string, { status, headers }: Reply): string[] {
  if (status !== 429) return [`${what} answers ${status} instead of 429`];
  const seconds = Number(headers.get('retry-after'));
  return seconds > 0 && seconds <= 3_600 ? [] : [`${what} says to wait ${headers.get('retry-after') ?? 'nothing'}`];
}
