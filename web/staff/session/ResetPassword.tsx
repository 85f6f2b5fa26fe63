import { Trans, useLingui } from '@lingui/react/macro';
import { Button, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useCountdown } from '#ui/useCountdown.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { CodeField } from './CodeField.tsx';
import { FirstProblem } from './FirstProblem.tsx';
import { NewPassword, usePasswordCheck } from './NewPassword.tsx';
import classes from './session.module.css';
import { session } from './session.ts';

interface ResetPasswordProps {
  email: string;
  sentAt: number;
  onAgain: (at: number) => void;
  /** Back to the address. */
  onBack: () => void;
  onDone: (password: string) => Promise<void>;
}

/** The second step: the code from the mail, and the password it is to open the door for. */
export function ResetPassword({ email, sentAt, onAgain, onBack, onDone }: ResetPasswordProps) {
  const { t } = useLingui();
  const left = useCountdown(sentAt);
  const clock = `0:${String(left).padStart(2, '0')}`;
  const labels: Record<string, string> = { code: t`Code from the mail`, password: t`New password` };
  const check = usePasswordCheck();
  const api = useApiForm({
    initial: { code: '', password: '' },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ code, password }) => ({
      code: /^\d{6}$/.test(code) ? null : t`Six digits, as they stand in the mail`,
      password: check(password),
    }),
    send: async ({ code, password }) => {
      await session.reset(email, code, password);
      await onDone(password);
    },
  });
  const again = useMutation({
    mutationFn: () => session.forgot(email),
    onSuccess: () => {
      api.form.setFieldValue('code', '');
      api.form.clearErrors();
      onAgain(Date.now());
    },
    onError: api.explain,
  });

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void api.submit();
      }}
    >
      <FirstProblem problems={api.problems} attempt={api.attempt} />
      <CodeField {...api.field('code')} label={t`Code from the mail`} autoFocus />
      <NewPassword email={email} {...api.field('password')} />
      <Button size="md" type="submit" loading={api.busy} fullWidth>
        <Trans>Save and sign in</Trans>
      </Button>
      <div className={classes.under}>
        {left > 0 ? (
          <span className={classes.clock}>
            <Trans>New code in {clock}</Trans>
          </span>
        ) : (
          <UnstyledButton className={classes.link} onClick={() => again.mutate()} disabled={again.isPending}>
            <Trans>Send a new code</Trans>
          </UnstyledButton>
        )}
        <UnstyledButton className={classes.link} onClick={onBack}>
          <Trans>Use another e-mail</Trans>
        </UnstyledButton>
      </div>
      <p className={classes.note} role="status">
        {again.isSuccess ? (
          <Trans>A new code is on its way. Only the newest one works.</Trans>
        ) : (
          <Trans>
            No e-mail? Look in your spam folder. If you have never signed in, use the temporary password from
            your first mail instead.
          </Trans>
        )}
      </p>
    </form>
  );
}
