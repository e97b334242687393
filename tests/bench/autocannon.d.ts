/** What the benchmark uses of autocannon, which brings no types. */
declare module 'autocannon' {
  export interface LoadRequest {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
  }
  export interface LoadResult {
    readonly requests: { readonly total: number };
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }
  export interface LoadOptions {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly requests: readonly { setupRequest: (request: LoadRequest) => LoadRequest }[];
  }
  export default function autocannon(options: LoadOptions): Promise<LoadResult>;
}
