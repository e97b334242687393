/** Long enough for a page to give the focus a place of its own first. */
const PATIENCE_MS = 60;

const canHold = (element: HTMLElement): boolean => element.isConnected && !element.matches(':disabled');

/**
 * Keeps a place on the page for who works by keyboard. The browser drops the focus when what had it is disabled (a
 * button that is busy) or taken away (a link to another page, an act that is done). It comes back to the same element
 * as soon as that can hold it, and goes to `home` when the element is gone. A click elsewhere is left alone.
 *
 * @returns ends it
 */
export function keepFocus(home: () => HTMLElement | null): () => void {
  let last: HTMLElement | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const remember = ({ target }: Event): void => {
    last = target instanceof HTMLElement ? target : undefined;
  };
  const forget = (): void => {
    last = undefined;
  };
  const giveBack = (): void => {
    if (last === undefined || (document.activeElement ?? document.body) !== document.body) return;
    if (canHold(last)) last.focus({ preventScroll: true });
    else if (!last.isConnected) home()?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(giveBack, PATIENCE_MS);
  });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget);
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  return () => {
    clearTimeout(waiting);
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
  };
}
