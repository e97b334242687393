import { text } from '@samenoud/texts';
import { Component, type ReactNode } from 'react';
import { FailurePanel } from '../ui/FailurePanel.tsx';

type Props = { children: ReactNode };
type State = { error: unknown };

/** The last net under the whole app. Nothing of the error is kept or sent: it may hold a person's data. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <main>
        <FailurePanel
          error={this.state.error}
          onRetry={() => globalThis.location.reload()}
          retryLabel={text('common.failure.reload')}
        />
      </main>
    );
  }
}
