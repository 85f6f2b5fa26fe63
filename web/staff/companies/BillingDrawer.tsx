import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { BillingProfile } from '#contracts/schemas/billing-profile.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { BillingFields } from './BillingFields.tsx';
import { type BillingValues, type Settled, toBody, valuesOf } from './billing-values.ts';
import { billingOf } from './queries.ts';
import { useBillingWords } from './words.ts';

interface BillingDrawerProps {
  clientId: ClientId;
  /** Null to add one. */
  profile: BillingProfile | null;
  isFirst: boolean;
  /** What is settled for the client; unknown where that could not be read. */
  settled: Settled | undefined;
  onClose: () => void;
}

/** Adds a billing profile, or changes one. */
export function BillingDrawer({ clientId, profile, isFirst, settled, onClose }: BillingDrawerProps) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const { labels } = useBillingWords();
  const base = useRef(profile);
  const showsTax = can('clients.view_tax');
  const isDefault = profile?.default ?? false;

  const form = useApiForm<BillingValues>({
    initial: valuesOf(profile, settled),
    place: (path) => ({ label: labels[path] ?? labels[path.split('.')[0] ?? ''] ?? path }),
    send: async (values, idempotencyKey) => {
      const [body, before] = [toBody(values, { showsTax, isDefault }), base.current];
      const params = { workspaceId, clientId };
      const answer = before
        ? await api.billingProfiles.update({
            params: { ...params, profileId: before.id },
            body,
            ifMatch: before.version,
          })
        : await api.billingProfiles.create({ params, body, idempotencyKey });
      const { legalName } = bodyOf(answer);
      toast.ok(<Trans>The billing profile {legalName} was saved</Trans>);
      void queryClient.invalidateQueries(billingOf(workspaceId, clientId));
    },
    overtaken: (version) => {
      base.current = base.current && { ...base.current, version };
    },
  });
  const guard = useLeaveGuard(form.isDirty);

  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={profile ? t`Edit ${profile.legalName}` : t`New billing profile`}
      size={600}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save profile`}
      submitting={form.busy}
    >
      <BillingFields
        api={form}
        showsTax={showsTax}
        needsPo={settled?.poRequired.value ?? false}
        offersDefault={!isDefault && !isFirst}
      />
    </DrawerForm>
  );
}
