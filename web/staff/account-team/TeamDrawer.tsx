import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { TeamPlace } from '#contracts/schemas/account-team.ts';
import { type TeamRole, teamRoles } from '#contracts/team-roles.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { useOwners } from '../clients/useOwners.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { today } from '../rates/days.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshTeams } from './queries.ts';
import { useTeamWords } from './words.ts';

interface TeamValues extends Record<string, unknown> {
  userId: string;
  role: TeamRole;
  since: string;
}

interface TeamDrawerProps {
  clientId: ClientId;
  /** Null to add a member. */
  place: TeamPlace | null;
  /** Stands above the team: not offered for it. */
  ownerId: UserId;
  /** Whoever is on the team is not offered again. */
  team: readonly TeamPlace[];
  onClose: () => void;
}

/** Puts a member on the account team of a client, or changes a place. */
export function TeamDrawer({ clientId, place, ownerId, team, onClose }: TeamDrawerProps) {
  const { t } = useLingui();
  const { workspaceId, user } = useHere();
  const words = useTeamWords();
  const { owners } = useOwners();
  const base = useRef(place);
  const labels: Record<string, string> = { userId: t`Member`, role: t`Role`, since: t`Since` };

  const form = useApiForm<TeamValues>({
    scope: 'team-',
    initial: {
      userId: place?.userId ?? '',
      role: place?.role ?? 'delivery',
      since: place?.since ?? today(),
    },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ userId, since }) => ({
      userId: userId === '' ? t`Choose a member` : null,
      since: since === '' ? t`Choose a day` : since > today() ? t`Not a day to come` : null,
    }),
    send: async ({ userId, role, since }, idempotencyKey) => {
      const params = { workspaceId, clientId };
      const before = base.current;
      const answer = before
        ? await api.accountTeam.update({
            params: { ...params, userId: before.userId },
            body: { role, since },
            ifMatch: before.version,
          })
        : await api.accountTeam.create({
            params,
            body: { userId: userId as UserId, role, since },
            idempotencyKey,
          });
      const { memberName } = bodyOf(answer);
      toast.ok(<Trans>{memberName} is on the team</Trans>);
      void refreshTeams(workspaceId);
    },
    overtaken: (version) => {
      base.current = base.current && { ...base.current, version };
    },
  });
  const guard = useLeaveGuard(form.isDirty);

  const taken = new Set([ownerId, ...team.map(({ userId }) => userId)]);
  const known = owners.some(({ value }) => value === user.id)
    ? owners
    : [{ value: user.id, label: user.name }, ...owners];
  const free = known.filter(({ value }) => !taken.has(value));

  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={place ? t`Edit the place of ${place.memberName}` : t`Add to the account team`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save`}
      submitting={form.busy}
    >
      {place ? null : (
        <NativeSelect
          label={labels.userId}
          description={t`To be on the team lets nobody see the client: whoever does not see it needs a project.`}
          required
          data-autofocus
          data={[
            { value: '', label: t`Choose` },
            ...free.map(({ value, label }) => ({
              value,
              label: value === user.id ? t`${label} (you)` : label,
            })),
          ]}
          {...form.field('userId')}
        />
      )}
      <FieldRow>
        <NativeSelect
          label={labels.role}
          data={teamRoles.map((value) => ({ value, label: words[value] }))}
          {...form.field('role')}
        />
        <TextInput type="date" label={labels.since} required {...form.field('since')} />
      </FieldRow>
    </DrawerForm>
  );
}
