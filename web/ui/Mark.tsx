import type { CSSProperties } from 'react';
import { hashOf, initialsOf } from './identity.ts';
import classes from './Mark.module.css';
import { markHues } from './tokens.ts';

export interface MarkProps {
  id: string;
  name: string;
  /** Logo address; initials on a stable hue stand in until there is one. */
  src?: string | undefined;
  size?: number;
}

/** Square sign of a client. Decorative: its name always stands next to it. */
export function Mark({ id, name, src, size = 24 }: MarkProps) {
  const hue = markHues[hashOf(id) % markHues.length] ?? markHues[0];
  const style = { '--mark-size': `${size}px`, '--mark-hue': hue } as CSSProperties;
  return (
    <span className={classes.mark} style={style} aria-hidden="true" data-with-logo={src ? true : undefined}>
      {src ? <img src={src} alt="" width={size} height={size} /> : initialsOf(name, size < 20 ? 1 : 2)}
    </span>
  );
}
