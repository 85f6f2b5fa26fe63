import { VisuallyHidden } from '@mantine/core';
import type { CSSProperties } from 'react';
import { hashOf, initialsOf } from './identity.ts';
import classes from './Person.module.css';

export interface PersonProps {
  id: string;
  name: string;
  src?: string | undefined;
  size?: number;
  /** Text next to the circle; `true` shows the whole name. Without it the name is for screen readers only. */
  label?: boolean | string;
}

/** Round sign of a person, with an optional name after it. */
export function Person({ id, name, src, size = 20, label = false }: PersonProps) {
  const style = { '--person-size': `${size}px`, '--person-h': hashOf(id) % 360 } as CSSProperties;
  const circle = (
    <span className={classes.circle} style={style} aria-hidden="true">
      {src ? <img src={src} alt="" width={size} height={size} /> : initialsOf(name)}
    </span>
  );
  if (label === false) {
    return (
      <span className={classes.bare} title={name}>
        {circle}
        <VisuallyHidden>{name}</VisuallyHidden>
      </span>
    );
  }
  return (
    <span className={classes.person}>
      {circle}
      <span className={classes.name}>{label === true ? name : label}</span>
    </span>
  );
}
