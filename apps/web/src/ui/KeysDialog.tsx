import { Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { activeHotkeys } from '../platform/hotkeys.ts';
import { useStore } from '../platform/store.ts';
import { Dialog } from './Dialog.tsx';
import { Keys } from './Keys.tsx';

/** All keys that work on the screen behind it. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const hotkeys = useStore(activeHotkeys);
  return (
    <Dialog title={text('common.keysOfThisScreen')} onClose={onClose}>
      {hotkeys.length === 0 && <Text>{text('common.keysNone')}</Text>}
      <dl className="keys-list">
        {hotkeys.map(({ keys, description }) => (
          <div key={keys}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
