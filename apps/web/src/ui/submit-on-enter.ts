import type { KeyboardEvent } from 'react';

/** In a field of which the browser keeps Enter to itself, a list or a text of one sentence, it sends the form as in any other. */
export function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement | HTMLSelectElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
