import { Plural, useLingui } from '@lingui/react/macro';
import { Radio, TextInput } from '@mantine/core';
import type { ClientId } from '#contracts/ids.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { ClientField } from '../access/ClientField.tsx';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { today } from './days.ts';
import { Preview } from './Preview.tsx';
import { useMove } from './useMove.ts';

interface CopyDrawerProps {
  clientId: ClientId;
  onClose: () => void;
  onWritten: () => void;
}

interface CopyValues extends Record<string, unknown> {
  source: 'card' | 'client';
  from: ClientId | undefined;
  effectiveFrom: string;
}

/** Takes over what is valid on a day on the rate card, or at another client. */
export function CopyDrawer({ clientId, onClose, onWritten }: CopyDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const labels: Record<string, string> = {
    source: t`Copy from`,
    from: t`Client`,
    effectiveFrom: t`Effective from`,
  };
  const { form, guard, preview, submit } = useMove<CopyValues>({
    initial: { source: 'card', from: undefined, effectiveFrom: today() },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ source, from, effectiveFrom }) => ({
      from: source === 'client' && !from ? t`Choose a client` : null,
      effectiveFrom: effectiveFrom === '' ? t`Choose a day` : null,
    }),
    ask: async ({ source, from, effectiveFrom }, isPreview, idempotencyKey) =>
      bodyOf(
        await api.rates.copy({
          params: { workspaceId, clientId },
          query: { preview: isPreview ? 'true' : 'false' },
          body: { from: source === 'client' && from ? from : 'card', effectiveFrom },
          ...(!isPreview && { idempotencyKey }),
        }),
      ),
    onWritten: ({ data }) => {
      toast.ok(<Plural value={data.length} one="# rate was copied" other="# rates were copied" />);
      onWritten();
    },
  });
  const { values } = form.form;
  const isEmpty = preview?.data.length === 0;
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Copy rates`}
      size={600}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={isEmpty ? onClose : submit}
      submitLabel={isEmpty ? t`Close` : preview ? t`Copy these rates` : t`Show what would be copied`}
      submitting={form.busy}
    >
      <Radio.Group
        label={labels.source}
        value={values.source}
        onChange={(value) => form.form.setFieldValue('source', value as CopyValues['source'])}
      >
        <Radio value="card" label={t`The rate card of the workspace`} mt={6} />
        <Radio value="client" label={t`Another client`} mt={8} />
      </Radio.Group>
      {values.source === 'client' ? (
        <ClientField
          {...form.field('from')}
          label={labels.from ?? ''}
          placeholder={t`The beginning of a name`}
          except={clientId}
          value={values.from}
          onChange={(client) => form.form.setFieldValue('from', client)}
        />
      ) : null}
      <TextInput
        {...form.field('effectiveFrom')}
        type="date"
        required
        label={labels.effectiveFrom}
        description={t`Taken over is what is valid on this day. A position that has a rate by then keeps it.`}
      />
      {preview ? <Preview outcome={preview} /> : null}
    </DrawerForm>
  );
}
