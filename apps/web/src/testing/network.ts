/** Stands in for the network in component tests; import it before anything that calls the API. */

export type Call = { method: string; path: string; headers: Headers; body: unknown };
export type Reply = { status?: number; body: unknown };

type RequestParts = { method?: string; headers?: Headers; body?: string };

/** What a request tells us; the test environment has no `Request` of its own. */
class SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly sent: string | undefined;

  constructor(url: string, { method = 'GET', headers = new Headers(), body }: RequestParts = {}) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.sent = body;
  }
}

Object.assign(globalThis, { Request: SentRequest });

/** Answers every call with what `reply` says, when it says it. Returns the calls as they come. */
export function answerWith(reply: (call: Call) => Reply | Promise<Reply>): readonly Call[] {
  const calls: Call[] = [];
  const fetch = async ({ url, method, headers, sent }: SentRequest) => {
    const body: unknown = sent === undefined ? undefined : JSON.parse(sent);
    const call = { method, path: new URL(url).pathname, headers, body };
    calls.push(call);
    const { status = 200, body: answer } = await reply(call);
    const text = async () => JSON.stringify(answer);
    return { ok: status < 400, status, url, headers: new Headers(), body: {}, text, json: async () => answer };
  };
  Object.assign(globalThis, { fetch });
  return calls;
}
