import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { FirstProblem } from './FirstProblem.tsx';
import classes from './session.module.css';
import { session } from './session.ts';
import { foldSlug, slugFor } from './slug.ts';

/** Who opens the workspace, what it is called, and the address its portal gets. */
export function SignUpForm({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useLingui();
  /** The address follows the name until somebody gives it one of its own. */
  const isOwnSlug = useRef(false);
  const labels: Record<string, string> = {
    name: t`Your name`,
    email: t`Work e-mail`,
    'workspace.name': t`Name of the workspace`,
    'workspace.slug': t`Address`,
  };
  const api = useApiForm({
    initial: { name: '', email: '', workspace: { name: '', slug: '' } },
    place: (path) => ({ label: labels[path] ?? path }),
    send: async ({ email, ...rest }) => session.signUp({ ...rest, email: email.trim() }),
  });
  const guard = useLeaveGuard(api.isDirty);

  const nameWorkspace = (name: string) => {
    api.form.setFieldValue('workspace.name', name);
    if (!isOwnSlug.current) giveSlug(slugFor(name));
  };
  const giveSlug = (slug: string) => api.form.setFieldValue('workspace.slug', slug);

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void api.submit(() => onSent(api.form.getValues().email.trim()));
      }}
    >
      <FirstProblem problems={api.problems} attempt={api.attempt} />
      <TextInput {...api.field('name')} size="md" label={labels.name} autoComplete="name" />
      <TextInput
        {...api.field('email')}
        size="md"
        name="email"
        type="email"
        label={labels.email}
        autoComplete="username"
      />
      <TextInput
        {...api.field('workspace.name')}
        size="md"
        label={labels['workspace.name']}
        autoComplete="organization"
        onChange={(event) => nameWorkspace(event.currentTarget.value)}
      />
      <TextInput
        {...api.field('workspace.slug')}
        size="md"
        label={labels['workspace.slug']}
        description={t`Your portal’s address begins with it`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => {
          const slug = foldSlug(event.currentTarget.value);
          isOwnSlug.current = slug !== '';
          giveSlug(slug);
        }}
      />
      <Button size="md" type="submit" loading={api.busy} fullWidth>
        <Trans>Open the workspace</Trans>
      </Button>
      {guard}
    </form>
  );
}
