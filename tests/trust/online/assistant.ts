import { Browser } from './browser.ts';
import type { Answers } from './respondent.ts';

const HALF = 15;

/** Somebody at the practice who enters paper meanwhile, in steps. */
export class PaperDesk {
  readonly faults: string[] = [];
  readonly entered: { clientId: string; answers: Answers }[] = [];
  readonly #browser: Browser;

  constructor(address: string) {
    this.#browser = new Browser(address);
  }

  async signIn(role: string): Promise<void> {
    const { status } = await this.#browser.ask('POST', '/session/demo', { role, practice: 'noord' });
    if (status !== 200) throw new Error(`signing in as ${role} answered ${status}`);
  }

  async register(family: string, birthDate: string): Promise<string> {
    const person = { name: { family }, sex: 'FEMALE', birthDate, confirmDuplicate: true };
    const { status, body } = await this.#browser.ask('POST', '/clients', person);
    if (status !== 201) throw new Error(`registering answered ${status}`);
    return String(body['id']);
  }

  async enter(clientId: string, answers: Answers): Promise<void> {
    const items = Object.entries(answers);
    const completedOn = new Date().toISOString().slice(0, 10);
    const begun = await this.#browser.ask('POST', `/clients/${clientId}/responses`, {
      channel: 'PAPER',
      completedOn,
      completedBy: 'SELF',
    });
    const path = `/responses/${String(begun.body['id'])}`;
    let version = begun.body['version'];
    for (const part of [items.slice(0, HALF), items.slice(HALF)]) {
      const { status, body } = await this.#browser.ask(
        'PATCH',
        path,
        { answers: Object.fromEntries(part) },
        { 'If-Match': `"${String(version)}"` },
      );
      if (status !== 200) this.faults.push(`entering paper answered ${status} ${String(body['code'])}`);
      version = body['version'];
    }
    const { status, body } = await this.#browser.ask(
      'POST',
      `${path}/complete`,
      {},
      { 'If-Match': `"${String(version)}"` },
    );
    if (status !== 200) this.faults.push(`completing paper answered ${status} ${String(body['code'])}`);
    this.entered.push({ clientId, answers });
  }
}
