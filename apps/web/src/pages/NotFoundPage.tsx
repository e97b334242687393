import { text } from '@samenoud/texts';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { announce } from '../platform/announcer.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** What was said aloud before may have named somebody who is no longer to be seen here, so it goes. */
export function NotFoundPage() {
  useEffect(() => announce(''), []);
  return (
    <EmptyState title={text('common.failure.notFoundTitle')} hint={text('common.failure.notFoundHint')}>
      <Link to="/today">{text('common.nav.today')}</Link>
    </EmptyState>
  );
}
