import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useRouteError } from 'react-router';
import { isProblem } from '../platform/problem.ts';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ClosedConsent } from './ClosedConsent.tsx';
import { RouteFailure } from './RouteFailure.tsx';

/** A record that is not shared with her organisation: what the client says about that can still be written down. */
export function RecordFailure() {
  const error = useRouteError();
  if (!isProblem(error, 'NO_BASIS')) return <RouteFailure />;
  return (
    <>
      <title>{`${text('consents.closed.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('consents.closed.title')}</Title>
      <HiddenNote code="NO_BASIS" what={text('consents.closed.what')} />
      <ClosedConsent />
    </>
  );
}
