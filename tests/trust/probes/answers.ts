/** As much of an answer as every route has. */
export interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string };
}
