import { createServer } from 'node:net';

/**
 * Opens a port for a moment. Port 0 asks the system for a free one.
 *
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>} the port that was opened; rejects with the system's error
 */
export function tryPort(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

/**
 * The preferred port when it is free, else one the system picks.
 *
 * @param {string} host
 * @param {number} preferred 0 for no preference
 */
export const freePort = (host, preferred) => tryPort(host, preferred).catch(() => tryPort(host, 0));
