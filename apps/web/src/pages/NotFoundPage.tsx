import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';

export function NotFoundPage() {
  return (
    <EmptyState title={text('common.failure.notFoundTitle')} hint={text('common.failure.notFoundHint')}>
      <Link to="/today">{text('common.nav.today')}</Link>
    </EmptyState>
  );
}
