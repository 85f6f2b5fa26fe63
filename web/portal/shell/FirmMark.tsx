import { initialsOf } from '#ui/identity.ts';
import { useFront } from '../front.ts';
import classes from './shell.module.css';

/** The firm's tile in its own colour, with its name. */
export function FirmMark({ size = 28 }: { size?: number }) {
  const { name } = useFront();
  return (
    <span className={classes.firm}>
      <span
        className={classes.firmTile}
        style={{ width: size, height: size, fontSize: size * 0.54 }}
        aria-hidden="true"
      >
        {initialsOf(name, 1)}
      </span>
      <span className={classes.firmName}>{name}</span>
    </span>
  );
}
