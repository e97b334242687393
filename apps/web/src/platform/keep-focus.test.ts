import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { keepFocus } from './keep-focus.ts';

let stop: () => void;

const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

beforeEach(() => {
  document.body.innerHTML = '<main tabindex="-1"><button id="save">Opslaan</button><input id="name"></main>';
  stop = keepFocus(() => document.querySelector('main'));
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 120));

describe('the focus', () => {
  it('comes back to a button that was busy', async () => {
    const save = find('#save');
    save.focus();
    save.blur(); // a browser does this by itself when the button is disabled
    save.setAttribute('disabled', '');
    expect(document.activeElement).toBe(document.body);
    save.removeAttribute('disabled');
    await waitFor(() => expect(document.activeElement).toBe(save));
  });

  it('goes to the content when what had it is gone', async () => {
    find('#save').focus();
    find('#save').remove();
    await waitFor(() => expect(document.activeElement).toBe(find('main')));
  });

  it('stays where a page put it', async () => {
    find('#save').focus();
    find('#save').remove();
    find('#name').focus();
    await aWhile();
    expect(document.activeElement).toBe(find('#name'));
  });

  it('is left alone after a click', async () => {
    find('#save').focus();
    document.dispatchEvent(new Event('pointerdown'));
    find('#save').remove();
    await aWhile();
    expect(document.activeElement).toBe(document.body);
  });
});
