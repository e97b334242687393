import { EntryOfClient } from './EntryOfClient.tsx';

/** The same questions on the phone or at the kitchen table, one by one in their whole wording. */
export const InterviewPage = () => <EntryOfClient layout="READ_ALOUD" />;
