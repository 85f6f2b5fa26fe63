import { useLingui } from '@lingui/react/macro';
import { PinInput } from '@mantine/core';
import classes from './CodeInput.module.css';

export interface CodeInputProps {
  /** Of the group; its inputs are numbered after it. */
  id?: string;
  value: string;
  onChange: (value: string) => void;
  /** Runs each time all six digits are there: Mantine's own goes off only once, even when they were cleared. */
  onComplete?: (value: string) => void;
  error?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  describedBy?: string;
}

/** Six digits from an e-mail or an authenticator; paste and one-time-code autofill fill all of them. */
export function CodeInput({ describedBy, error, onChange, onComplete, ...rest }: CodeInputProps) {
  const { t } = useLingui();
  return (
    <PinInput
      {...rest}
      onChange={(value) => {
        onChange(value);
        if (/^\d{6}$/.test(value)) onComplete?.(value);
      }}
      className={classes.code}
      classNames={{ pinInput: classes.cell, input: classes.digit }}
      length={6}
      type="number"
      oneTimeCode
      placeholder=""
      error={error ?? false}
      role="group"
      aria-label={t`Six-digit code`}
      aria-describedby={describedBy}
      getInputProps={(index) => ({ 'aria-label': t`Digit ${index + 1} of 6` })}
    />
  );
}
