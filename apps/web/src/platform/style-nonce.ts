/** The server writes a fresh nonce in the page; only style elements that carry it count under the content policy. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
