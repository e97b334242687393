import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Of the form in progress: the newest version and number somebody was told to be saved. */
interface Saved {
  readonly version: number;
  readonly number: number;
}

const RETRY_MS = 30;
const PATIENCE_MS = 5_000;
const LONGEST_SILENCE_MS = 60_000;
const FORM_EVERY = 4;

/**
 * Somebody who enters forms without pause, as the web app does: one request in flight, sent again under the same key or
 * version while no answer came. Remembers what was acknowledged and nothing else.
 */
export class Writer {
  /** Marks of completed forms that were acknowledged. */
  readonly acknowledged: string[] = [];
  readonly faults: string[] = [];
  saved: Saved = { version: 0, number: 0 };
  formId = '';
  resent = 0;
  #sent = 0;
  #cookie = '';
  #clientId = '';

  constructor(
    private readonly address: string,
    readonly name: string,
  ) {}

  async begin(): Promise<void> {
    await this.signIn();
    const person = { name: { family: this.name }, sex: 'FEMALE', birthDate: '1940-01-01', confirmDuplicate: true };
    this.#clientId = String(
      (await this.ask('POST', '/clients', { 'Idempotency-Key': randomUUID() }, person)).body['id'],
    );
    const head = { channel: 'PAPER', answers: {} };
    const { body } = await this.ask('POST', await this.formsOf(this.name), { 'Idempotency-Key': randomUUID() }, head);
    this.formId = String(body['id']);
    this.saved = { version: Number(body['version']), number: 0 };
  }

  /** Writes until told to stop, and then finishes what was begun. */
  async write(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.faults.length === 0) {
      this.#sent += 1;
      if (this.#sent % FORM_EVERY === 0) await this.completeForm(`${this.name} ${this.#sent}`);
      else await this.saveAnswer(this.#sent);
    }
  }

  private async formsOf(family: string): Promise<string> {
    const person = { name: { family: `${family} b` }, sex: 'FEMALE', birthDate: '1940-01-01', confirmDuplicate: true };
    const { body } = await this.ask('POST', '/clients', { 'Idempotency-Key': randomUUID() }, person);
    return `/clients/${String(body['id'])}/responses`;
  }

  private async completeForm(mark: string): Promise<void> {
    const completedOn = new Date().toISOString().slice(0, 10);
    const form = {
      channel: 'PAPER',
      completedBy: 'WITH_HELP',
      completedWithHelpOf: mark,
      completedOn,
      status: 'COMPLETED',
    };
    const body = { ...form, answers: { 'gfi-05': 5, 'imesa-01': 2 } };
    const answer = await this.ask(
      'POST',
      `/clients/${this.#clientId}/responses`,
      { 'Idempotency-Key': randomUUID() },
      body,
    );
    if (answer.status === 201) this.acknowledged.push(mark);
    else this.faults.push(`${mark}: ${answer.status} ${String(answer.body['code'])}`);
  }

  /** Two parts of a form in one act; after a lost answer the version tells whether it was kept. */
  private async saveAnswer(number: number): Promise<void> {
    const body = { completedWithHelpOf: String(number), answers: { 'gfi-05': number % 11, 'imesa-01': number % 4 } };
    const path = `/responses/${this.formId}`;
    const { status, body: answer } = await this.ask('PATCH', path, { 'If-Match': `"${this.saved.version}"` }, body);
    const current = (status === 412 ? answer['current'] : answer) as Answer['body'] | undefined;
    const isMine = current?.['completedWithHelpOf'] === String(number) && current['version'] === this.saved.version + 1;
    if ((status === 200 || status === 412) && isMine) this.saved = { version: this.saved.version + 1, number };
    else
      this.faults.push(
        `${this.name} on version ${this.saved.version}: ${status}, version ${String(current?.['version'])}`,
      );
  }

  private async ask(method: string, path: string, headers: Record<string, string>, body: object): Promise<Answer> {
    const since = Date.now();
    while (Date.now() - since < LONGEST_SILENCE_MS) {
      const answer = await this.tryOnce(method, path, headers, body);
      if (answer?.status === 401) await this.signIn();
      else if (answer && answer.status < 500) return answer;
      this.resent += 1;
      await pause(RETRY_MS);
    }
    throw new Error(`${this.name} had no answer for a minute`);
  }

  /** Nothing where the connection broke before the answer was whole. */
  private async tryOnce(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: object,
  ): Promise<Answer | undefined> {
    try {
      const answer = await fetch(`${this.address}/api/v1${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', Cookie: this.#cookie, ...headers },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const [cookie] = answer.headers.getSetCookie();
      if (cookie) this.#cookie = cookie.split(';')[0] ?? '';
      return { status: answer.status, body: (await answer.json()) as Answer['body'] };
    } catch {
      return undefined;
    }
  }

  private async signIn(): Promise<void> {
    const since = Date.now();
    while ((await this.tryOnce('POST', '/session/demo', {}, { role: 'PRACTICE_NURSE' }))?.status !== 200) {
      if (Date.now() - since > LONGEST_SILENCE_MS) throw new Error(`${this.name} cannot sign in`);
      await pause(RETRY_MS);
    }
  }
}
