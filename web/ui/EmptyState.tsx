import { Trans } from '@lingui/react/macro';
import { Button, CopyButton, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCopy,
  IconLock,
  IconPlus,
  IconRefresh,
  IconSearchOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface Shared {
  title: ReactNode;
  children?: ReactNode;
  /** Heading level: 1 where this is the whole page. */
  order?: 1 | 2 | 3;
}

export type EmptyStateProps = Shared &
  (
    | { kind: 'first-use'; action?: ReactNode; more?: ReactNode; sample?: ReactNode }
    | { kind: 'no-match'; onClear?: () => void; gates?: ReactNode; who?: ReactNode; action?: ReactNode }
    | { kind: 'no-permission'; permission?: string; gates?: ReactNode; who?: ReactNode; action?: ReactNode }
    | { kind: 'error'; onRetry?: () => void; traceId?: string | undefined; retrying?: boolean }
  );

const icons = { 'no-match': IconSearchOff, 'no-permission': IconLock, error: IconAlertTriangle };

/** What stands where content would: teach the first step, clear filters, say who can open it, or try again. */
export function EmptyState(props: EmptyStateProps) {
  const { kind, title, children, order = 2 } = props;
  const Heading = `h${order}` as const;
  const Icon = kind === 'first-use' ? undefined : icons[kind];
  return (
    <div
      className={classes.empty}
      data-explained={kind === 'no-permission' || (kind === 'no-match' && props.gates) ? true : undefined}
      role={kind === 'error' ? 'alert' : undefined}
    >
      {Icon ? (
        <span className={classes.tile}>
          <Icon size={18} stroke={1.7} aria-hidden="true" />
        </span>
      ) : (
        <Sketch>{kind === 'first-use' ? props.sample : null}</Sketch>
      )}
      <Heading className={classes.title} tabIndex={order === 1 ? -1 : undefined}>
        {title}
      </Heading>
      {children ? <p className={classes.text}>{children}</p> : null}
      <Foot {...props} />
    </div>
  );
}

function Foot(props: EmptyStateProps) {
  if (props.kind === 'first-use') {
    return (
      <>
        {props.action ? <div className={classes.actions}>{props.action}</div> : null}
        {props.more ? <p className={classes.more}>{props.more}</p> : null}
      </>
    );
  }
  if (props.kind === 'no-match' && !props.gates) {
    return (
      <div className={classes.actions}>
        {props.onClear ? (
          <Button variant="default" onClick={props.onClear}>
            <Trans>Clear filters</Trans>
          </Button>
        ) : null}
        {props.action}
      </div>
    );
  }
  if (props.kind === 'no-permission' || props.kind === 'no-match') {
    return (
      <>
        {props.kind === 'no-permission' && props.permission ? (
          <p className={classes.text}>
            <Trans>
              This needs the permission <span className={classes.key}>{props.permission}</span>.
            </Trans>
          </p>
        ) : null}
        {props.gates ? <div className={classes.gates}>{props.gates}</div> : null}
        <div className={classes.ask}>
          <span className={classes.who}>{props.who}</span>
          {props.action}
        </div>
      </>
    );
  }
  return (
    <>
      {props.onRetry ? (
        <div className={classes.actions}>
          <Button
            variant="default"
            leftSection={<IconRefresh size={15} stroke={1.7} aria-hidden="true" />}
            onClick={props.onRetry}
            loading={props.retrying}
          >
            <Trans>Try again</Trans>
          </Button>
        </div>
      ) : null}
      {props.traceId ? <Trace id={props.traceId} /> : null}
    </>
  );
}

/** The one thing support asks for, so it is copied with one press. */
function Trace({ id }: { id: string }) {
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <UnstyledButton className={classes.trace} onClick={copy}>
          <span>
            <Trans>Trace id {id}</Trans>
          </span>
          <IconCopy size={14} stroke={1.7} aria-hidden="true" />
          <span role="status">{copied ? <Trans>Copied</Trans> : null}</span>
        </UnstyledButton>
      )}
    </CopyButton>
  );
}

/** A drawn, empty first row: shows what the page will hold. */
function Sketch({ children }: { children: ReactNode }) {
  return (
    <div className={classes.sketch} aria-hidden="true">
      <span className={classes.plus}>
        <IconPlus size={16} stroke={2.2} />
      </span>
      <span className={classes.lines}>
        <span />
        <span />
      </span>
      {children}
    </div>
  );
}
