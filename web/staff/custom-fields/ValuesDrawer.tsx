import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { CustomField, CustomValues } from '#contracts/schemas/custom-field.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { workspaceSettings } from '../settings/queries.ts';
import { customValuesOf } from './queries.ts';
import { ValueField } from './ValueField.tsx';
import { type FormValues, faultsIn, formOf, patchOf } from './values.ts';

interface ValuesDrawerProps {
  clientId: ClientId;
  fields: readonly CustomField[];
  values: CustomValues;
  onClose: () => void;
}

/** Fills in what the workspace itself wants to know of a client. */
export function ValuesDrawer(props: ValuesDrawerProps) {
  const { workspaceId } = useHere();
  const { data, isPending } = useQuery(workspaceSettings(workspaceId));
  // The currency in which amounts are proposed; without an answer another one can be chosen.
  return isPending ? null : <ValuesForm {...props} currency={data?.currency ?? 'USD'} />;
}

function ValuesForm({
  clientId,
  fields,
  values,
  onClose,
  currency,
}: ValuesDrawerProps & { currency: string }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const before = useRef(formOf(fields, values, currency));
  const version = useRef(values.version);
  const query = customValuesOf(workspaceId, clientId);
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key;

  const form = useApiForm<FormValues>({
    initial: before.current,
    place: (path) => ({ label: labelOf(path.split('.')[0] ?? path) }),
    check: (now) =>
      Object.fromEntries(
        faultsIn(fields, now).map((key) => [`${key}.text`, t`Not a number as it is written`]),
      ),
    send: async (now) => {
      const patch = patchOf(fields, before.current, now);
      if (Object.keys(patch).length === 0) return;
      const saved = bodyOf(
        await api.customFields.change({
          params: { workspaceId, clientId },
          body: { values: patch },
          ifMatch: version.current,
        }),
      );
      queryClient.setQueryData(query.queryKey, saved);
      toast.ok(<Trans>The client was saved</Trans>);
    },
    overtaken: (now) => {
      version.current = now;
    },
    onError: (error) => {
      if (error.errors.length === 0) return false;
      form.fail(
        Object.fromEntries(
          error.errors.map(({ pointer, code }) => [
            `${pointer.split('/')[2] ?? ''}.text`,
            code === 'value_taken' ? t`Another client has this already` : t`This cannot be kept here`,
          ]),
        ),
      );
      return true;
    },
  });
  const guard = useLeaveGuard(form.isDirty);

  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`More about this client`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save changes`}
      submitting={form.busy}
    >
      {fields.map((field) => (
        <ValueField key={field.key} field={field} api={form} />
      ))}
    </DrawerForm>
  );
}
