import { pick, type Random } from '../support/random.ts';
import { Browser, type Reply } from './browser.ts';

export type Answers = Readonly<Record<string, unknown>>;

/** Who got a letter. */
export interface Letter {
  readonly clientId: string;
  readonly invitationId: string;
  readonly code: string;
  readonly birthDate: string;
  readonly family: string;
}

const FORM = '/public/questionnaire';
/** Nothing of these is ever told to who answers. Source: trust paper 7. */
const NEVER_TOLD = /score|profile|cutOff|contributions|"clientId"|ROBUST|FRAIL|COMPLEX|UNDETERMINED/i;

/** Somebody at home who answers one question per page, changes her mind, goes away and comes back, and sends. */
export class Respondent {
  readonly faults: string[] = [];
  readonly waits: number[] = [];
  formId = '';
  end: 'COMPLETED' | 'REFUSED' | 'IN_PROGRESS' = 'IN_PROGRESS';
  remark: string | null = null;
  completedBy: string | null = null;
  #browser: Browser;
  #version = 0;
  readonly #sent: Record<string, unknown> = {};

  constructor(
    private readonly address: string,
    private readonly random: Random,
    readonly letter: Letter,
    private readonly answers: Answers,
    /** Forms of other people, to be tried now and then. */
    private readonly others: () => readonly string[],
  ) {
    this.#browser = new Browser(address);
  }

  get sent(): Answers {
    return this.#sent;
  }

  async answerEverything(): Promise<void> {
    if (this.random() < 0.1) await this.open('1939-02-03', 401);
    await this.open();
    if (this.formId === '') return;
    for (const [item, answer] of Object.entries(this.answers)) {
      if (this.random() < 0.04) await this.goToOtherDevice();
      if (this.random() < 0.06) await this.lookAround();
      if (this.random() < 0.05) await this.send({ [item]: { missing: 'BLANK' } });
      await this.send({ [item]: answer });
    }
    await this.finish();
  }

  private async finish(): Promise<void> {
    const kind = this.random();
    if (kind < 0.3) await this.keepRemark(`Groeten van ${this.letter.family}`);
    if (kind > 0.9) return;
    if (kind > 0.8) return this.refuse();
    this.completedBy = pick(this.random, ['SELF', 'WITH_HELP', 'PROXY']);
    const body = {
      completedBy: this.completedBy,
      ...(this.completedBy === 'SELF' ? {} : { completedWithHelpOf: 'dochter' }),
    };
    const reply = await this.ask('POST', `${FORM}/responses/${this.formId}/complete`, body);
    if (reply.status !== 200) return this.fault(`sending answered ${reply.status}`);
    this.end = 'COMPLETED';
    await this.expectClosed();
  }

  private async refuse(): Promise<void> {
    const { status } = await this.ask('POST', `${FORM}/refuse`, { reason: 'Te druk' });
    if (status !== 204) return this.fault(`not taking part answered ${status}`);
    this.end = 'REFUSED';
    await this.expectClosed();
  }

  /** After the end neither this browser nor the letter leads to the form. */
  private async expectClosed(): Promise<void> {
    const { status } = await this.ask('GET', FORM);
    if (status !== 401) this.fault(`the session still answers ${status} after the end`);
    const again = await this.access(this.letter.birthDate);
    if (again.status !== 409 || !again.body['detail']) this.fault(`the used code answers ${again.status}`);
  }

  private async open(birthDate = this.letter.birthDate, expected = 200): Promise<void> {
    const reply = await this.access(birthDate);
    if (reply.status !== expected) return this.fault(`the code answers ${reply.status} instead of ${expected}`);
    if (expected !== 200) return;
    const response = reply.body['response'] as { id: string; version: number; answers: Answers };
    if (this.formId !== '' && response.id !== this.formId) this.fault('another form after coming back');
    this.formId = response.id;
    this.#version = response.version;
    this.checkOwn(reply, response.answers);
  }

  private access(birthDate: string): Promise<Reply> {
    const groups = this.letter.code.match(/.{4}/g)?.join(pick(this.random, ['-', ' ', ''])) ?? '';
    const code = pick(this.random, [groups, groups.toLowerCase(), groups.replaceAll('0', 'o').replaceAll('1', 'l')]);
    return this.ask('POST', `${FORM}/access`, { code, birthDate });
  }

  private async goToOtherDevice(): Promise<void> {
    if (this.random() < 0.5) await this.ask('DELETE', `${FORM}/session`);
    this.#browser = new Browser(this.address);
    await this.open();
  }

  /** As the page does it: after a lost answer the same is sent again, and what then stands there counts. */
  private async send(answers: Answers): Promise<void> {
    const reply = await this.patch(answers);
    if (reply.status !== 200) return this.fault(`an answer is refused: ${reply.status} ${String(reply.body['code'])}`);
    Object.assign(this.#sent, answers);
    if (this.random() < 0.05) {
      const twice = await this.patch(answers);
      if (twice.status !== 412) this.fault(`the same version twice answers ${twice.status}`);
    }
    this.#version = Number(reply.body['version']);
    this.checkOwn(reply, reply.body['answers'] as Answers);
  }

  private patch(answers: Answers): Promise<Reply> {
    return this.ask('PATCH', `${FORM}/responses/${this.formId}`, { answers }, { 'If-Match': `"${this.#version}"` });
  }

  private async keepRemark(remark: string): Promise<void> {
    const path = `${FORM}/responses/${this.formId}/remark`;
    const { status, body } = await this.ask('PUT', path, { remark }, { 'If-Match': `"${this.#version}"` });
    if (status !== 200) return this.fault(`the remark answers ${status}`);
    this.remark = remark;
    this.#version = Number(body['version']);
  }

  /** Tries what a session of one form must not reach. */
  private async lookAround(): Promise<void> {
    const other = pick(this.random, [...this.others(), '00000000-0000-7000-8000-000000000000']);
    if (other === this.formId) return;
    const match = { 'If-Match': '"1"' };
    const { clientId } = this.letter;
    const [method, path, body] = pick(this.random, [
      ['GET', `${FORM}/responses/${other}`], ['PATCH', `${FORM}/responses/${other}`, { answers: { 'gfi-05': 1 } }],
      ['POST', `${FORM}/responses/${other}/complete`, { completedBy: 'SELF' }], ['PUT', `${FORM}/responses/${other}/remark`, { remark: 'x' }],
      ['GET', `/clients/${clientId}`], ['GET', `/clients/${clientId}/responses`], ['GET', `/responses/${this.formId}`],
      ['PATCH', `/responses/${this.formId}`, { answers: {} }], ['POST', '/clients/search', {}], ['GET', `/clients/${clientId}/profiles`],
    ] as const); // prettier-ignore
    const { status } = await this.ask(method, path, body, match);
    if (status !== 403 && status !== 404)
      this.fault(`${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '{id}')} of another answers ${status}`);
  }

  private checkOwn({ text }: Reply, answers: Answers): void {
    const wrong = Object.keys({ ...answers, ...this.#sent }).filter(
      (item) => JSON.stringify(answers[item]) !== JSON.stringify(this.#sent[item]),
    );
    if (wrong.length > 0) this.fault(`the form says something else at ${wrong.join(', ')}`);
    const told =
      NEVER_TOLD.exec(text) ??
      (text.includes(this.letter.family) && this.remark === null ? [this.letter.family] : null);
    if (told) this.fault(`the answer holds ${told[0]}`);
  }

  private async ask(method: string, path: string, body?: object, headers = {}): Promise<Reply> {
    const since = performance.now();
    const reply = await this.#browser.ask(method, path, body, headers);
    this.waits.push(performance.now() - since);
    return reply;
  }

  private fault(what: string): void {
    this.faults.push(`${this.letter.family}: ${what}`);
  }
}
