import { useRef } from 'react';
import { createIdempotencyKey } from './api.ts';

/** The same key for the same body, so that a second try after a lost answer makes nothing twice. */
export function useIdempotencyKey(): (body: unknown) => string {
  const sent = useRef({ body: '', key: '' });
  return (body) => {
    const now = JSON.stringify(body);
    if (sent.current.body !== now) sent.current = { body: now, key: createIdempotencyKey() };
    return sent.current.key;
  };
}
