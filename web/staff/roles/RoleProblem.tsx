import { useEffect, useRef } from 'react';
import { Strip } from '#ui/Strip.tsx';
import classes from './roles.module.css';

/** Why saving did not work; takes the focus, so that it is read first. */
export function RoleProblem({ problem }: { problem: string | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div ref={box} className={classes.strip} role="alert" tabIndex={-1}>
      <Strip tone="bad">{problem}</Strip>
    </div>
  );
}
