import type { BrowserContext } from 'playwright-core';

const POLICY = /content security policy/i;

/** Writes down what no page of ours may do: break the content policy, throw, or ask another host for anything. */
export async function watchFaults(context: BrowserContext, origin: string, faults: string[]): Promise<void> {
  context.on('console', (message) => {
    if (POLICY.test(message.text())) faults.push(`policy: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`thrown: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && asked !== origin) faults.push(`other host: ${asked}`);
  });
}
