import type { ReadFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type ReactNode, useState } from 'react';
import type { ScannedSheet } from './EntrySheet.tsx';
import { ForeignSheet } from './ForeignSheet.tsx';
import { UnreadScan } from './UnreadScan.tsx';
import { useScan } from './use-scan.ts';

type Options = { clientId: string; heading: string; code: string | undefined; sheet: number | null };
type Sheets = { scannedSheet: ScannedSheet | undefined; code: string | undefined; dialog: ReactNode };

/** The sheets of one form while it is entered: its own lead to their questions, any other stops the entry. */
export function useSheets({ clientId, heading, code: known, sheet }: Options): Sheets {
  const [code, setCode] = useState(known);
  const [scannedSheet, setScannedSheet] = useState(sheet === null ? undefined : { sheet, count: 0 });
  const [foreign, setForeign] = useState<ReadFormCode>();
  const [isUnread, setUnread] = useState(false);

  function goTo({ code: own, page }: ReadFormCode): void {
    setCode(own);
    setForeign(undefined);
    if (page !== null) setScannedSheet((before) => ({ sheet: page, count: (before?.count ?? 0) + 1 }));
  }
  useScan({
    onScan: (scanned) => {
      setUnread(false);
      if (scanned.code === code) goTo(scanned);
      else setForeign(scanned);
    },
    onUnread: () => setUnread(true),
  });
  const dialog = (
    <>
      {foreign !== undefined && (
        <ForeignSheet
          key={foreign.code}
          code={foreign.code}
          clientId={clientId}
          heading={heading}
          onMine={() => goTo(foreign)}
          onClose={() => setForeign(undefined)}
        />
      )}
      {isUnread && <UnreadScan message={text('entry.scan.unread')} onClose={() => setUnread(false)} />}
    </>
  );
  return { scannedSheet, code, dialog };
}
