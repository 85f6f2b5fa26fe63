import { Plural, Trans } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import classes from './Form.module.css';

export interface FormProblem {
  /** `id` of the input; absent for what is wrong with the form as a whole. */
  field?: string | undefined;
  /** One sentence that says what is wrong or expected. */
  message: string;
  /** Step the field is in, if it is not the one on screen. */
  step?: { id: string; label: string } | undefined;
}

export interface ErrorSummaryProps {
  problems: FormProblem[];
  /** Changes with every failed try, so that focus comes back to the box. */
  attempt: number;
  /** Shows the problem's step before its field gets focus. */
  onPick?: ((problem: FormProblem) => void) | undefined;
}

/** All problems at once at the top of a form, each a link to its field; takes focus after a failed try. */
export function ErrorSummary({ problems, attempt, onPick }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);

  if (problems.length === 0) return null;

  const go = (event: MouseEvent, problem: FormProblem) => {
    event.preventDefault();
    onPick?.(problem);
    requestAnimationFrame(() => {
      const field = document.getElementById(problem.field ?? '');
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
    });
  };

  return (
    <div ref={box} className={classes.summary} role="alert" tabIndex={-1}>
      <IconAlertCircle size={18} stroke={1.9} aria-hidden="true" />
      <div>
        <p className={classes.summaryTitle}>
          {problems.some(({ field }) => field) ? (
            <Plural
              value={problems.length}
              one="# thing to fix before this can be saved"
              other="# things to fix before this can be saved"
            />
          ) : (
            <Trans>This could not be saved</Trans>
          )}
        </p>
        <ul className={classes.problems}>
          {problems.map((problem) => (
            <li key={`${problem.field} ${problem.message}`}>
              {problem.field ? (
                <Anchor href={`#${problem.field}`} onClick={(event) => go(event, problem)}>
                  {problem.message}
                </Anchor>
              ) : (
                problem.message
              )}
              {problem.step ? (
                <span>
                  {' '}
                  <Trans>in {problem.step.label}</Trans>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
