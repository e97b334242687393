import { EntryOfClient } from './EntryOfClient.tsx';

/** A form whose client is known: from the record, or found by name. */
export const EntryPage = () => <EntryOfClient layout="SHEET" />;
