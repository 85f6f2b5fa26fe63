import { Trans, useLingui } from '@lingui/react/macro';
import { Select, TextInput } from '@mantine/core';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { ApiError } from '#contracts/client.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { RoleAllows } from '../roles/RoleAllows.tsx';
import { useRoles } from '../roles/useRoles.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshInvitations } from './queries.ts';

export const route = createLazyRoute('/app/settings/team/invite')({ component: InviteMember });

/** Asks somebody to join: an address, and a role that holds no more than one's own. */
function InviteMember() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { workspaceId } = useHere();
  const { choices } = useRoles();
  const labels: Record<string, string> = { email: t`E-mail`, role: t`Role` };

  const form = useApiForm({
    initial: { email: '', role: 'basic' },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ email }) => ({
      email: /^\S+@\S+\.\S+$/.test(email.trim()) ? null : t`An e-mail address, like ana@acme.com`,
    }),
    onError: (error) => {
      const told = refusal(error);
      if (told) form.fail(told);
      return told !== null;
    },
    send: async ({ email, role }, idempotencyKey) => {
      const answer = await api.invitations.create({
        params: { workspaceId },
        body: { email: email.trim(), role },
        idempotencyKey,
      });
      const { delivery, email: to } = bodyOf(answer);
      if (delivery === 'sent') toast.ok(<Trans>An invitation is on its way to {to}</Trans>);
      else
        toast.fail(<Trans>The invitation stands, but the mail to {to} could not be sent. Resend it.</Trans>);
      void refreshInvitations(workspaceId);
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const close = () => void navigate({ to: '/settings/team' });
  const chosen = choices.find(({ key }) => key === form.form.values.role);

  /** Refusals that belong to a field. */
  function refusal(error: ApiError): Record<string, string> | null {
    const max = error.problem?.max;
    switch (error.code) {
      case 'already_member':
        return { email: t`Is a member already` };
      case 'already_invited':
        return { email: t`Has an open invitation already. Resend that one` };
      case 'limit_reached':
        return {
          email:
            typeof max === 'number'
              ? t`Your plan has room for ${max} members, and all are here. Disable one or choose a bigger plan`
              : t`Your plan has no room for more members`,
        };
      case 'escalation':
        return { role: t`Holds rights that you do not hold yourself` };
      case 'rate_limited':
        return { email: t`Too many invitations within an hour. Wait a while` };
      default:
        return null;
    }
  }

  return (
    <DrawerForm
      opened
      onClose={close}
      guard={guard}
      title={t`Invite a colleague`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(close)}
      submitLabel={t`Send invitation`}
      submitting={form.busy}
    >
      <TextInput
        {...form.field('email')}
        type="email"
        label={labels.email}
        description={t`The link in the mail works for 7 days, for this address only.`}
        autoComplete="off"
        required
        data-autofocus
      />
      <Select
        {...form.field('role')}
        label={labels.role}
        data={choices.map(({ key, label, isWithin }) => ({ value: key, label, disabled: !isWithin }))}
        allowDeselect={false}
        required
        description={
          choices.some(({ isWithin }) => !isWithin)
            ? t`Roles that hold more than yours cannot be given by you.`
            : undefined
        }
      />
      {chosen ? <RoleAllows label={chosen.label} permissions={chosen.permissions} /> : null}
    </DrawerForm>
  );
}
