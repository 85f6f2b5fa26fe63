import { Trans } from '@lingui/react/macro';
import classes from './LiveDot.module.css';

/** Says whether what is on screen follows the server; the pulse stops when motion is reduced. */
export function LiveDot({ live = true }: { live?: boolean }) {
  return (
    <span className={classes.live} data-off={live ? undefined : true} role="status">
      <span className={classes.dot} />
      {live ? <Trans>Live</Trans> : <Trans>Paused</Trans>}
    </span>
  );
}
