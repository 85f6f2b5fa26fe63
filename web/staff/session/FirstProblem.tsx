import { useEffect, useRef } from 'react';
import type { FormProblem } from '#ui/ErrorSummary.tsx';
import { Strip } from '#ui/Strip.tsx';

interface FirstProblemProps {
  problems: FormProblem[];
  /** Changes with every failed try, so that the focus comes back. */
  attempt: number;
}

/**
 * For forms of a few fields, all in sight: the focus goes to the first one that is wrong, which says so itself,
 * and only what is wrong with the form as a whole is said here.
 */
export function FirstProblem({ problems, attempt }: FirstProblemProps) {
  const box = useRef<HTMLDivElement>(null);
  const whole = problems.find(({ field }) => field === undefined);
  const first = problems[0]?.field;
  const target = useRef(first);
  target.current = first;

  useEffect(() => {
    if (attempt === 0) return;
    const place = target.current ? document.getElementById(target.current) : box.current;
    (place?.matches('input, [tabindex]') ? place : place?.querySelector('input'))?.focus();
  }, [attempt]);

  return whole ? (
    <div ref={box} tabIndex={-1} role="alert">
      <Strip tone="bad">{whole.message}</Strip>
    </div>
  ) : null;
}
