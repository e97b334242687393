import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { activeHotkeys, handleHotkey, type Hotkey, useHotkeys } from './hotkeys.ts';

function Part({ hotkeys }: { hotkeys: readonly Hotkey[] }) {
  useHotkeys(hotkeys);
  return <input aria-label="veld" />;
}

beforeEach(() => document.addEventListener('keydown', handleHotkey));
afterEach(() => document.removeEventListener('keydown', handleHotkey));

describe('useHotkeys', () => {
  it('runs a key of the screen, but not while somebody types', async () => {
    const run = jest.fn();
    render(<Part hotkeys={[{ keys: 'n', description: 'nieuw', run }]} />);
    const user = userEvent.setup();
    await user.keyboard('n');
    await user.type(screen.getByLabelText('veld'), 'n');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('runs Ctrl+K everywhere', async () => {
    const run = jest.fn();
    render(<Part hotkeys={[{ keys: 'Ctrl+K', description: 'zoeken', run }]} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('veld'), '{Control>}k{/Control}');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('runs the newest meaning of a key after a new drawing', async () => {
    const first = jest.fn();
    const second = jest.fn();
    const { rerender } = render(<Part hotkeys={[{ keys: 'n', description: 'nieuw', run: first }]} />);
    rerender(<Part hotkeys={[{ keys: 'n', description: 'nieuw', run: second }]} />);
    await userEvent.setup().keyboard('n');
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('takes its keys away with the screen', () => {
    const { unmount } = render(<Part hotkeys={[{ keys: 'n', description: 'nieuw', run: jest.fn() }]} />);
    expect(activeHotkeys.get()).toHaveLength(1);
    unmount();
    expect(activeHotkeys.get()).toEqual([]);
  });
});
