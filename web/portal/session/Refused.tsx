import { Trans } from '@lingui/react/macro';
import { ApiError } from '#contracts/client.ts';
import { Strip } from '#ui/Strip.tsx';
import classes from './session.module.css';

/** Why signing in does not go on, in one sentence; never told more exactly than the server does. */
export function Refused({ error }: { error: Error }) {
  const status = error instanceof ApiError ? error.status : undefined;
  return (
    <div className={classes.refused} role="alert">
      <Strip tone="bad">
        {status === 401 || status === 422 ? (
          <Trans>This is not the code, or it is too old. Ask for a new one.</Trans>
        ) : status === 429 ? (
          <Trans>Too many attempts. Wait a minute and try again.</Trans>
        ) : (
          <Trans>Signing in does not work right now. Try again in a moment.</Trans>
        )}
      </Strip>
    </div>
  );
}
