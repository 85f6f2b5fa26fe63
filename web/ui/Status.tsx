import type { ReactNode } from 'react';
import classes from './Status.module.css';
import { StatusGlyph, type Tone } from './StatusGlyph.tsx';

export interface StatusProps {
  tone: Tone;
  children: ReactNode;
  /** Takes the place of the tone's shape, such as a letter for "Invited". */
  icon?: ReactNode;
  /** Colours the word too; for late and failed things. */
  strong?: boolean;
  dimmed?: boolean;
}

/** Glyph and word without a box, as used in tables and lists. */
export function Status({ tone, children, icon, strong = false, dimmed = false }: StatusProps) {
  return (
    <span className={classes.status} data-tone={tone} data-strong={strong || undefined}>
      {icon ? <span className={classes.icon}>{icon}</span> : <StatusGlyph tone={tone} />}
      <span data-dimmed={dimmed || undefined}>{children}</span>
    </span>
  );
}
