import { useLingui } from '@lingui/react/macro';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import classes from './Form.module.css';

export interface FormStep {
  id: string;
  label: string;
  invalid?: boolean;
}

interface FormStepsProps {
  steps: FormStep[];
  current: string | undefined;
  onPick: ((id: string) => void) | undefined;
}

/** Numbered parts of a long form; "!" takes the number's place where something is wrong. */
export function FormSteps({ steps, current, onPick }: FormStepsProps) {
  const { t } = useLingui();
  return (
    <nav className={classes.steps} aria-label={t`Steps`}>
      <ol>
        {steps.map((step, index) => (
          <li key={step.id}>
            <UnstyledButton
              className={classes.step}
              aria-current={step.id === current ? 'step' : undefined}
              onClick={() => onPick?.(step.id)}
            >
              <span className={classes.number} data-invalid={step.invalid || undefined} aria-hidden="true">
                {step.invalid ? '!' : index + 1}
              </span>
              {step.label}
              {step.invalid ? <VisuallyHidden>{t`has errors`}</VisuallyHidden> : null}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}
