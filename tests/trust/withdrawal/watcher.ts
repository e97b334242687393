import type { Agent } from '../support/staff.ts';

interface Look {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly status: number;
}

/** Somebody with an open page that asks again and again, as fast as answers come. */
export interface Watcher {
  /** Milliseconds after `moment` at which an answer still opened the page; 0 where none did. Gives up after `patience`. */
  readonly openAfter: (moment: number, patience: number) => Promise<{ ms: number; never: boolean; nextStatus: number }>;
}

const PAUSE_MS = 5;

export function watch(agent: Agent, path: string): Watcher {
  const looks: Look[] = [];
  const stop = new AbortController();
  const done = (async () => {
    while (!stop.signal.aborted) {
      const askedAt = performance.now();
      const { status } = await agent.get(path);
      looks.push({ askedAt, answeredAt: performance.now(), status });
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
  })();
  return {
    openAfter: async (moment, patience) => {
      const refused = (): Look | undefined => looks.find(({ askedAt, status }) => askedAt >= moment && status >= 400);
      while (!refused() && performance.now() < moment + patience)
        await new Promise((resume) => setTimeout(resume, PAUSE_MS));
      stop.abort();
      await done;
      const opened = looks.filter(({ status, answeredAt }) => status < 400 && answeredAt > moment);
      const next = looks.find(({ askedAt }) => askedAt >= moment);
      return {
        ms: Math.max(0, ...opened.map(({ answeredAt }) => answeredAt - moment)),
        never: refused() === undefined,
        nextStatus: next?.status ?? 0,
      };
    },
  };
}
