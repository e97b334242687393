import { DomainError } from '../http/problem.ts';

/** Lets `atOnce` pieces of work run beside each other; others wait, and past `longestQueue` are sent away. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly longestQueue: number,
  ) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.longestQueue)
      throw new DomainError('TOO_MANY_REQUESTS', { extra: { retryAfter: 5 } });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place passes to the next in line, if any. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
