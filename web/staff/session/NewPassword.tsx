import { useLingui } from '@lingui/react/macro';
import { PasswordInput, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import type { ChangeEvent, ReactNode } from 'react';
import classes from './session.module.css';

/** What the pool asks of a password; it judges again. */
const rules = {
  length: /^.{10,256}$/s,
  letters: /^(?=.*[a-z])(?=.*[A-Z])/s,
  digit: /\d/,
  symbol: /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/,
};
type Rule = keyof typeof rules;
const names = Object.keys(rules) as Rule[];

/** What the pool would say against a password, or null. */
export function usePasswordCheck() {
  const { t } = useLingui();
  return (password: string): string | null => {
    if (!names.every((name) => rules[name].test(password))) return t`Does not have all of this yet:`;
    return password.trim() === password ? null : t`Must not begin or end with a space`;
  };
}

interface NewPasswordProps {
  id: string;
  /** Whose password it is, for the password manager. */
  email: string;
  value?: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  error?: ReactNode;
}

/** A password being chosen, with what is asked of it ticked off while typing. */
export function NewPassword({ id, email, value = '', onChange, error }: NewPasswordProps) {
  const { t } = useLingui();
  const words: Record<Rule, string> = {
    length: t`10 characters or more`,
    letters: t`Capital and small letters`,
    digit: t`A digit`,
    symbol: t`A symbol, like ! or -`,
  };
  return (
    <div className={classes.field}>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        id={id}
        data-mantine-stop-propagation="true"
        size="md"
        name="new-password"
        label={t`New password`}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
        aria-describedby={`${id}-rules`}
        visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
      />
      <ul id={`${id}-rules`} className={classes.rules}>
        {names.map((name) => {
          const isMet = rules[name].test(value);
          const Icon = isMet ? IconCheck : IconCircle;
          return (
            <li key={name} data-met={isMet || undefined}>
              <Icon size={14} stroke={isMet ? 2.4 : 1.7} aria-hidden="true" />
              {words[name]}
              {isMet ? <VisuallyHidden>{t`, done`}</VisuallyHidden> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
