import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { InvitationFace } from '#contracts/schemas/invitation.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { Door } from '../session/Door.tsx';
import { FirstProblem } from '../session/FirstProblem.tsx';
import { NewPassword, usePasswordCheck } from '../session/NewPassword.tsx';
import classes from './joining.module.css';
import { acceptAsNew } from './queries.ts';
import { useJoinRefusal } from './useJoinRefusal.ts';

interface JoinProps {
  token: string;
  face: InvitationFace;
}

/** For somebody who cannot sign in yet: a name and a password, and they are in. */
export function JoinAsNew({ token, face }: JoinProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const refusal = useJoinRefusal(token);
  const checkPassword = usePasswordCheck();
  const { workspace, invitedBy, email } = face;
  const labels: Record<string, string> = { name: t`Your name`, password: t`New password` };
  const form = useApiForm({
    initial: { name: '', password: '' },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ name, password }) => ({
      name: name.trim() === '' ? t`Must not be blank` : null,
      password: checkPassword(password),
    }),
    onError: (error) => {
      if (error.errors.length > 0) return false;
      form.fail({ '': refusal(error) });
      return true;
    },
    send: ({ name, password }) => acceptAsNew(token, name, password),
  });
  const password = form.field('password');
  return (
    <Door
      title={t`Join ${workspace}`}
      lead={
        <Trans>
          {invitedBy} invited you. You will sign in as <strong>{email}</strong>.
        </Trans>
      }
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit(() => void navigate({ to: '/', replace: true }));
        }}
      >
        <FirstProblem problems={form.problems} attempt={form.attempt} />
        <TextInput {...form.field('name')} size="md" label={labels.name} maxLength={80} autoComplete="name" />
        <NewPassword
          id={password.id}
          email={email}
          value={form.form.values.password}
          onChange={password.onChange}
          error={password.error}
        />
        <Button size="md" type="submit" loading={form.busy} fullWidth>
          <Trans>Join</Trans>
        </Button>
      </form>
    </Door>
  );
}
