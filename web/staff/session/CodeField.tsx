import { Input } from '@mantine/core';
import type { ReactNode } from 'react';
import { CodeInput } from '#ui/CodeInput.tsx';
import classes from './session.module.css';

interface CodeFieldProps {
  id: string;
  label: string;
  value?: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  autoFocus?: boolean;
}

/** Six digits as a field of a form, with its label and what is wrong with it. */
export function CodeField({ id, label, value = '', onChange, error, autoFocus = false }: CodeFieldProps) {
  const note = `${id}-error`;
  return (
    <div className={classes.field}>
      <Input.Label labelElement="div">{label}</Input.Label>
      <CodeInput
        id={id}
        value={value}
        onChange={onChange}
        error={Boolean(error)}
        autoFocus={autoFocus}
        {...(error ? { describedBy: note } : {})}
      />
      {error ? (
        <Input.Error id={note} role="alert">
          {error}
        </Input.Error>
      ) : null}
    </div>
  );
}
