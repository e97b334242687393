import { text } from '@samenoud/texts';
import { Dialog } from '../ui/Dialog.tsx';
import { ClientFinder } from './ClientFinder.tsx';

/** Ctrl+K: from anywhere to a client. */
export function ClientJump({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={text('clients.search.jump')} onClose={onClose}>
      <ClientFinder label={text('clients.search.label')} hrefOf={(id) => `/clients/${id}`} onChosen={onClose} />
    </Dialog>
  );
}
