import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { FollowUp } from '#contracts/schemas/follow-up.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { useOwners } from '../clients/useOwners.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { today } from '../rates/days.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshFollowUps } from './queries.ts';

interface FollowUpValues extends Record<string, unknown> {
  what: string;
  ownerId: UserId;
  dueOn: string;
  snoozedUntil: string;
}

const valuesOf = (followUp: FollowUp | null, me: UserId): FollowUpValues => ({
  what: followUp?.what ?? '',
  ownerId: followUp?.ownerId ?? me,
  dueOn: followUp?.dueOn ?? today(),
  snoozedUntil: followUp?.snoozedUntil ?? '',
});

interface FollowUpDrawerProps {
  clientId: ClientId;
  /** Null to add one. */
  followUp: FollowUp | null;
  onClose: () => void;
}

/** Promises something to a client, or changes a promise. */
export function FollowUpDrawer({ clientId, followUp, onClose }: FollowUpDrawerProps) {
  const { t } = useLingui();
  const { workspaceId, user } = useHere();
  const { owners } = useOwners();
  const base = useRef(followUp);
  const labels: Record<string, string> = {
    what: t`What was promised`,
    ownerId: t`Who keeps it`,
    dueOn: t`Due`,
    snoozedUntil: t`Snoozed until`,
  };

  const form = useApiForm<FollowUpValues>({
    scope: 'follow-up-',
    initial: valuesOf(followUp, user.id),
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ what, dueOn }) => ({
      what: what.trim() === '' ? t`Must not be blank` : null,
      dueOn: dueOn === '' ? t`Choose a day` : null,
    }),
    send: async ({ what, ownerId, dueOn, snoozedUntil }, idempotencyKey) => {
      const params = { workspaceId, clientId };
      const before = base.current;
      const snooze = snoozedUntil === '' ? null : snoozedUntil;
      // A day that was not touched gives way by itself to a later due day.
      const moved = before && snooze !== before.snoozedUntil ? { snoozedUntil: snooze } : {};
      const answer = before
        ? await api.followUps.update({
            params: { ...params, followUpId: before.id },
            body: { what, ownerId, dueOn, ...moved },
            ifMatch: before.version,
          })
        : await api.followUps.create({ params, body: { what, ownerId, dueOn }, idempotencyKey });
      toast.ok(<Trans>{bodyOf(answer).what} was saved</Trans>);
      void refreshFollowUps(workspaceId);
    },
    overtaken: (version) => {
      base.current = base.current && { ...base.current, version };
    },
  });
  const guard = useLeaveGuard(form.isDirty);

  const { ownerId } = form.form.values;
  const named = new Map([
    [user.id as string, t`${user.name} (you)`],
    ...(followUp && followUp.ownerId !== user.id ? [[followUp.ownerId, followUp.ownerName] as const] : []),
    ...owners.filter(({ value }) => value !== user.id).map(({ value, label }) => [value, label] as const),
  ]);

  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={followUp ? t`Edit follow-up` : t`New follow-up`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save follow-up`}
      submitting={form.busy}
    >
      <TextInput
        label={labels.what}
        placeholder={t`Send the revised quote`}
        required
        maxLength={200}
        data-autofocus
        {...form.field('what')}
      />
      <FieldRow>
        <TextInput type="date" label={labels.dueOn} required {...form.field('dueOn')} />
        {followUp && followUp.doneAt === null ? (
          <TextInput type="date" label={labels.snoozedUntil} {...form.field('snoozedUntil')} />
        ) : null}
      </FieldRow>
      <NativeSelect
        label={labels.ownerId}
        description={t`Whoever sees this client`}
        data={[...named].map(([value, label]) => ({ value, label }))}
        {...form.field('ownerId')}
        value={ownerId}
      />
    </DrawerForm>
  );
}
