import { expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useLayoutEffect, useRef } from 'react';
import { stage } from '../testing/stage.tsx';
import { Dialog } from './Dialog.tsx';

/** Measures itself when it is made, as a field does that grows with its words. */
function Measuring({ onMade }: { onMade: (isVisible: boolean) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    onMade(field.current?.closest('dialog')?.open === true);
  }, [onMade]);
  return <textarea ref={field} data-autofocus aria-label="Vraag" />;
}

it('is open before what is in it is made, and has the focus in the field that asks for it', () => {
  const made: boolean[] = [];
  const onMade = (isVisible: boolean): number => made.push(isVisible);
  stage(
    <Dialog title="Vraag aan het team" onClose={() => {}}>
      <Measuring onMade={onMade} />
    </Dialog>,
  );
  expect(made).toEqual([true]);
  expect(document.activeElement).toBe(screen.getByLabelText('Vraag'));
});

/** Whether the browser asks first. */
const asksBeforeLeaving = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

it('lets the browser ask before it is reloaded, once something was typed and as long as it is open', () => {
  stage(
    <Dialog title="Vraag aan het team" onClose={() => {}}>
      <textarea aria-label="Vraag" />
    </Dialog>,
  );
  expect(asksBeforeLeaving()).toBe(false);
  fireEvent.input(screen.getByLabelText('Vraag'), { target: { value: 'Wie gaat mee?' } });
  expect(asksBeforeLeaving()).toBe(true);
  cleanup();
  expect(asksBeforeLeaving()).toBe(false);
});

const pressEscape = (): boolean =>
  fireEvent(screen.getByRole('dialog', { hidden: true }), new Event('cancel', { cancelable: true }));

it('closes at Escape; where something was typed it says so first, and closes at the next', () => {
  let closed = 0;
  const onClose = (): number => (closed += 1);
  stage(
    <Dialog title="Vraag aan het team" onClose={onClose}>
      <textarea aria-label="Vraag" />
    </Dialog>,
  );
  pressEscape();
  expect(closed).toBe(1);
  fireEvent.input(screen.getByLabelText('Vraag'), { target: { value: 'Wie gaat mee?' } });
  pressEscape();
  expect(closed).toBe(1);
  screen.getByText(/^Wat u typte, is niet opgeslagen/);
  fireEvent.input(screen.getByLabelText('Vraag'), { target: { value: 'Wie gaat er mee?' } });
  expect(screen.queryByRole('alert')).toBeNull();
  pressEscape();
  pressEscape();
  expect(closed).toBe(2);
});

it('closes at once where it saves what is typed, and lets the browser go', () => {
  let closed = 0;
  const onClose = (): number => (closed += 1);
  stage(
    <Dialog title="Wat staat er in de kantlijn?" savesItself onClose={onClose}>
      <textarea aria-label="Kantlijn" />
    </Dialog>,
  );
  fireEvent.input(screen.getByLabelText('Kantlijn'), { target: { value: 'Ik wil niet meer.' } });
  expect(asksBeforeLeaving()).toBe(false);
  pressEscape();
  expect(closed).toBe(1);
});
