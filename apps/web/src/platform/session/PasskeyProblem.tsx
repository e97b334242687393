import { Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { PasskeyFailure } from './passkey-ceremony.ts';

const SENTENCES = {
  CANCELLED: text('session.passkey.cancelled'),
  KNOWN: text('session.passkey.known'),
} as const;

/** Why a passkey did nothing: the browser's dialog was closed, which is no fault, or the server refused. */
export function PasskeyProblem({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  if (!(error instanceof PasskeyFailure)) return <ProblemSummary error={error} />;
  return <Text role="status">{SENTENCES[error.reason]}</Text>;
}
