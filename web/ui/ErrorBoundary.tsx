import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';
import { EmptyState } from './EmptyState.tsx';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** A change, such as the route, gives the page a fresh start. */
  resetKey?: string;
  onRetry?: () => void;
}

interface ErrorBoundaryState {
  error: unknown;
  key: string | undefined;
}

/** Errors from the API carry the request's id; others have none to show. */
export function traceIdOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('traceId' in error)) return undefined;
  return typeof error.traceId === 'string' ? error.traceId : undefined;
}

/** Page for anything that went wrong; stands inside the shell, so the way around stays. */
export function ErrorPage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <EmptyState
      kind="error"
      order={1}
      title={<Trans>This page could not be shown</Trans>}
      traceId={traceIdOf(error)}
      onRetry={onRetry}
    >
      <Trans>Something went wrong on our side. Nothing you entered elsewhere is lost.</Trans>
    </EmptyState>
  );
}

/** Catches what a page throws while drawing. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return props.resetKey === state.key ? null : { error: undefined, key: props.resetKey };
  }

  retry = () => {
    this.props.onRetry?.();
    this.setState({ error: undefined });
  };

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorPage error={this.state.error} onRetry={this.retry} />;
  }
}
