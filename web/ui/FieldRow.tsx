import type { ReactNode } from 'react';
import classes from './Form.module.css';

/** Fields side by side, one below the other on a phone. A lone child takes the whole line. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>;
}

/** A titled part of a form, with a rule above it. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      {children}
    </fieldset>
  );
}
