import { describe, expect, it, jest } from '@jest/globals';
import type { ReadFormCode } from '@samenoud/domain';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useScan } from './use-scan.ts';

const GAP = 100;
const TAIL = 450;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A screen that notes every key that came through, beside a field and a button. */
function start() {
  const keys: string[] = [];
  const onScan = jest.fn<(scanned: ReadFormCode) => void>();
  const onUnread = jest.fn();
  const onPress = jest.fn();
  function Screen() {
    useScan({ onScan, onUnread });
    return (
      <>
        <button type="button" onClick={onPress}>
          Afronden
        </button>
        <textarea aria-label="opmerking" />
      </>
    );
  }
  render(<Screen />);
  const listener = ({ key }: KeyboardEvent): void => void keys.push(key);
  document.addEventListener('keydown', listener, { capture: true });
  return { keys, onScan, onUnread, onPress, user: userEvent.setup({ delay: null }) }; // as quick as a scanner, also on a busy computer
}

describe('a scan among the keys', () => {
  it('is told as one code with its page, and no digit of it comes through', async () => {
    const { keys, onScan, user } = start();
    await user.keyboard('K74M2PZ3{Enter}');
    expect(onScan.mock.calls).toEqual([[{ code: 'K74M2PZ', page: 3 }]]);
    expect(keys).toEqual([]);
  });

  it('begins with its first letter, however quick the answer before it was', async () => {
    const { keys, onScan, user } = start();
    await user.keyboard('12K74M2PZ3{Enter}');
    expect(onScan.mock.calls).toEqual([[{ code: 'K74M2PZ', page: 3 }]]);
    expect(keys).toEqual(['1', '2']);
  });

  it('is understood without the Enter behind it', async () => {
    const { onScan, user } = start();
    await user.keyboard('k74m2pz3');
    expect(onScan).not.toHaveBeenCalled();
    await wait(GAP);
    expect(onScan.mock.calls).toEqual([[{ code: 'K74M2PZ', page: 3 }]]);
  });

  it('presses no button that has the focus', async () => {
    const { onScan, onPress, user } = start();
    screen.getByRole('button').focus();
    await user.keyboard('K74M2PZ1{Enter}');
    expect([onScan.mock.calls.length, onPress.mock.calls.length]).toEqual([1, 0]);
    await user.keyboard('{Enter}');
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('presses no button with an Enter that comes late, as on a busy computer, be it read or not', async () => {
    const { onScan, onUnread, onPress, user } = start();
    screen.getByRole('button').focus();
    for (const code of ['K74M2PZ1', 'K74M2P13']) {
      await user.keyboard(code);
      await wait(GAP);
      await user.keyboard('{Enter}');
    }
    expect([onScan.mock.calls.length, onUnread.mock.calls.length, onPress.mock.calls.length]).toEqual([1, 1, 0]);
    await user.keyboard('{Enter}');
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('leaves an Enter to its person that comes long after it', async () => {
    const { onPress, user } = start();
    screen.getByRole('button').focus();
    await user.keyboard('K74M2PZ1');
    await wait(TAIL);
    await user.keyboard('{Enter}');
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('leaves a field as it was', async () => {
    const { onScan, user } = start();
    const field = screen.getByRole<HTMLTextAreaElement>('textbox');
    await user.type(field, 'Graag bellen');
    await wait(GAP);
    await user.keyboard('K74M2PZ2{Enter}');
    expect(onScan.mock.calls).toEqual([[{ code: 'K74M2PZ', page: 2 }]]);
    expect(field.value).toBe('Graag bellen');
  });

  it('that cannot be read gives no answers either, and says so', async () => {
    const { keys, onScan, onUnread, user } = start();
    await user.keyboard('K74M2P13{Enter}');
    expect([onScan.mock.calls.length, onUnread.mock.calls.length]).toEqual([0, 1]);
    expect(keys).toEqual([]);
  });
});

describe('typing by hand', () => {
  it('comes through key by key, however quick the digits are', async () => {
    const { keys, onScan, onUnread, user } = start();
    await user.keyboard('2111121{Enter}');
    await wait(GAP);
    expect(keys).toEqual([...'2111121', 'Enter']);
    expect([onScan.mock.calls.length, onUnread.mock.calls.length]).toEqual([0, 0]);
  });

  it('of a letter by mistake keeps the digit that comes a moment later', async () => {
    const { keys, onUnread } = start();
    fireEvent.keyDown(document.body, { key: 'k' });
    await wait(GAP);
    fireEvent.keyDown(document.body, { key: '1' });
    await wait(GAP);
    expect(keys).toEqual(['k', '1']);
    expect(onUnread).not.toHaveBeenCalled();
  });

  it('of a word in a field is no scan, whatever its letters are', async () => {
    const { onScan, user } = start();
    await user.type(screen.getByRole('textbox'), 'K74M2PZ');
    await wait(GAP);
    await user.keyboard('{Enter}');
    expect(onScan).not.toHaveBeenCalled();
  });
});
