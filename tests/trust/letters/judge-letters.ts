import type { Random } from '../support/random.ts';
import { type Addressee, goesElsewhere, homeStreet, letterStreet } from './addressees.ts';
import { type PrintedPage, squeezed, withPages } from './read-letters.ts';
import { type Invitation, ON_EVERY_PAGE } from './round-by-api.ts';

const FORM_CODE = /([A-Z0-9]{2})-([A-Z0-9]{4})-([A-Z0-9])(?![A-Z0-9])/;
const FORM_PAGE = /blad (\d) van (\d)/;
const ACCESS_CODE = /^([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})$/m;
/** A name of more letters may be cut short on the form; the birth date beside it never is. */
const LONGEST_SHOWN = 60;
const LEAST_POINTS = { usual: 16, large: 20 };
/** What the client reads: salutation, invitation and questions; code, source and version are for the practice. */
const FOR_THE_CLIENT = /^(Geachte|Uw huisarts|Een paar weken|\d+\. )/;

export interface Expectation {
  readonly addressees: readonly Addressee[];
  readonly invitations: readonly Invitation[];
  /** Who must get a letter; nobody else may. */
  readonly getting: ReadonlySet<Addressee>;
  /** Share of the pages that are scanned. */
  readonly scanned: number;
}

export interface Judged {
  readonly faults: readonly string[];
  readonly pages: number;
  readonly scans: number;
  /** By client: the secret code in her letter. */
  readonly codes: ReadonlyMap<Addressee, string>;
}

/** Opens a print as others would: who is in it, what stands on each page, and where its codes lead. */
export function judgeLetters(pdf: Buffer, expected: Expectation, random: Random): Promise<Judged> {
  return withPages(pdf, async (pages) => {
    const faults: string[] = [];
    const codes = new Map<Addressee, string>();
    const seen = new Set<Addressee>();
    let scans = 0;
    for (const { formCode, pages: own } of perClient(pages)) {
      const one = ownerOf(formCode, expected);
      if (!one) {
        faults.push(`form code ${formCode} leads to nobody of the round`);
        continue;
      }
      if (seen.has(one)) faults.push(`${one.token} has two letters`);
      seen.add(one);
      faults.push(...letterFaults(one, own, expected.addressees).map((fault) => `${one.token}: ${fault}`));
      const code = accessCodeOf(own);
      if (code === null) faults.push(`${one.token}: no access code`);
      else if (code === formCode || [...codes.values()].includes(code))
        faults.push(`${one.token}: its access code is another’s or the form code`);
      else codes.set(one, code);
      for (const page of own) {
        if (random() >= expected.scanned) continue;
        scans += 1;
        faults.push(...(await scanFaults(page, formCode, code)).map((fault) => `${one.token}: ${fault}`));
      }
    }
    faults.push(...[...expected.getting].filter((one) => !seen.has(one)).map((one) => `${one.token} gets no letter`));
    faults.push(
      ...[...seen]
        .filter((one) => !expected.getting.has(one))
        .map((one) => `${one.token} gets a letter (${one.status})`),
    );
    return { faults, pages: pages.length, scans, codes };
  });
}

/** Pages without a code belong to the form that follows them. */
function perClient(pages: readonly PrintedPage[]): { formCode: string; pages: PrintedPage[] }[] {
  const stretches: { formCode: string; pages: PrintedPage[] }[] = [];
  let before: PrintedPage[] = [];
  for (const page of pages) {
    const formCode = FORM_CODE.exec(page.text)?.slice(1).join('') ?? null;
    const last = stretches.at(-1);
    if (formCode === null) before.push(page);
    else if (last?.formCode === formCode) last.pages.push(...before.splice(0), page);
    else stretches.push({ formCode, pages: [...before.splice(0), page] });
  }
  stretches.at(-1)?.pages.push(...before);
  return stretches;
}

function ownerOf(formCode: string, { addressees, invitations }: Expectation): Addressee | undefined {
  const invitation = invitations.find((one) => one.formCode === formCode);
  return addressees.find(({ clientId }) => clientId === invitation?.client.id);
}

function letterFaults(one: Addressee, pages: readonly PrintedPage[], everybody: readonly Addressee[]): string[] {
  const text = pages.map((page) => page.text).join('\n');
  const letters = squeezed(text);
  const faults = everybody
    .filter((other) => other !== one && text.includes(other.token))
    .map((other) => `holds the name of ${other.token}`);
  if (!letters.includes(squeezed(one.family))) faults.push('holds not her name as it is written');
  const [street, other] = goesElsewhere(one)
    ? [letterStreet(one), homeStreet(one)]
    : [homeStreet(one), letterStreet(one)];
  if (!text.includes(street)) faults.push(`does not go to ${street}`);
  if (text.includes(other)) faults.push(`goes to ${other}`);
  for (const words of ON_EVERY_PAGE) {
    const without = pages.filter((page) => !page.letters.includes(squeezed(words))).length;
    if (without > 0) faults.push(`${without} pages without ${words}`);
  }
  return [...faults, ...formPageFaults(one, pages), ...sizeFaults(one, pages)];
}

/** Each page of the form says whose it is and which of how many, and none is missing. */
function formPageFaults(one: Addressee, pages: readonly PrintedPage[]): string[] {
  const formPages = pages.flatMap((page) => {
    const match = FORM_PAGE.exec(page.text);
    return match ? [{ page, number: Number(match[1]), of: Number(match[2]) }] : [];
  });
  const numbers = new Set(formPages.map(({ number }) => number));
  const of = formPages[0]?.of ?? 0;
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !numbers.has(number));
  const isLong = one.family.length > LONGEST_SHOWN;
  const nameless = formPages.filter(({ page }) => !isLong && !page.letters.includes(squeezed(one.token)));
  return [
    ...(of === 0
      ? ['has no questionnaire']
      : missing.map((number) => `page ${number} of the questionnaire is missing`)),
    ...formPages
      .filter(({ page }) => !page.text.includes(one.birthDate.slice(0, 4)))
      .map(({ number }) => `page ${number} holds not her year of birth`),
    ...nameless.map(({ number }) => `page ${number} does not say whose it is`),
  ];
}

function sizeFaults({ largePrint }: Addressee, pages: readonly PrintedPage[]): string[] {
  const least = largePrint ? LEAST_POINTS.large : LEAST_POINTS.usual;
  const small = pages.map((page) => page.sizeOf(FOR_THE_CLIENT)).filter((size) => size < least - 0.05);
  return small.length === 0 ? [] : [`letters of ${Math.min(...small)} points, ${least} at least`];
}

function accessCodeOf(pages: readonly PrintedPage[]): string | null {
  const match = pages.map(({ text }) => ACCESS_CODE.exec(text)).find((found) => found);
  return match ? match.slice(1).join('') : null;
}

/** The bars say what stands beside them; the secret code is behind the #, which no server sees. */
async function scanFaults(page: PrintedPage, formCode: string, accessCode: string | null): Promise<string[]> {
  const { barcode, qr } = await page.scan(accessCode !== null && ACCESS_CODE.test(page.text));
  const number = FORM_PAGE.exec(page.text)?.[1];
  const faults: string[] = [];
  if (number !== undefined && barcode !== `${formCode}${number}`)
    faults.push(`the bars of page ${number} say ${String(barcode)}`);
  if (number === undefined && barcode !== null && barcode !== formCode)
    faults.push(`bars outside the questionnaire say ${barcode}`);
  if (qr !== null) {
    const [before = '', behind = ''] = qr.split('#');
    if (behind !== accessCode || (accessCode !== null && before.includes(accessCode)))
      faults.push(`the square says ${before}#…`);
  }
  if (qr === null && accessCode !== null && ACCESS_CODE.test(page.text))
    faults.push('no square beside the access code');
  return faults;
}
