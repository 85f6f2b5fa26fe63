import { Plural, useLingui } from '@lingui/react/macro';
import { Radio, TextInput } from '@mantine/core';
import type { ClientId } from '#contracts/ids.ts';
import type { RateCopy } from '#contracts/schemas/rate.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { ClientField } from '../access/ClientField.tsx';
import { useHere } from '../session/me.ts';
import { Preview } from './Preview.tsx';
import { copyRates, type RateHome } from './queries.ts';
import { useMove } from './useMove.ts';

interface CopyDrawerProps {
  home: RateHome;
  /** The workspace's day. */
  today: string;
  onClose: () => void;
  onWritten: () => void;
}

interface CopyValues extends Record<string, unknown> {
  source: 'card' | 'client';
  from: ClientId | undefined;
  effectiveFrom: string;
}

const bodyOf = ({ source, from, effectiveFrom }: CopyValues): RateCopy => ({
  from: source === 'client' && from ? from : 'card',
  effectiveFrom,
});

/** Takes over what is valid on a day on the rate card, or at another client. */
export function CopyDrawer({ home, today, onClose, onWritten }: CopyDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const labels: Record<string, string> = {
    source: t`Copy from`,
    from: t`Client`,
    effectiveFrom: t`Effective from`,
  };
  const { form, guard, preview, parts, written, submit } = useMove<CopyValues>({
    initial: { source: home === 'card' ? 'client' : 'card', from: undefined, effectiveFrom: today },
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ source, from, effectiveFrom }) => ({
      from: source === 'client' && !from ? t`Choose a client` : null,
      effectiveFrom: effectiveFrom === '' ? t`Choose a day` : null,
    }),
    look: (values) => copyRates(workspaceId, home, bodyOf(values), null),
    write: (values, positions, key) => copyRates(workspaceId, home, { ...bodyOf(values), positions }, key),
    onWritten: (rates) => {
      toast.ok(<Plural value={rates} one="# rate was copied" other="# rates were copied" />);
      onWritten();
    },
  });
  const { values } = form.form;
  const isEmpty = preview?.data.length === 0;
  return (
    <DrawerForm
      opened
      onClose={written > 0 ? onWritten : onClose}
      guard={guard}
      title={t`Copy rates`}
      size={600}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={isEmpty ? onClose : submit}
      submitLabel={isEmpty ? t`Close` : preview ? t`Copy these rates` : t`Show what would be copied`}
      submitting={form.busy}
    >
      {home === 'card' ? null : (
        <Radio.Group
          label={labels.source}
          value={values.source}
          onChange={(value) => form.form.setFieldValue('source', value as CopyValues['source'])}
        >
          <Radio value="card" label={t`The rate card of the workspace`} mt={6} />
          <Radio value="client" label={typeof home === 'string' ? t`Another client` : t`A client`} mt={8} />
        </Radio.Group>
      )}
      {values.source === 'client' ? (
        <ClientField
          {...form.field('from')}
          label={labels.from ?? ''}
          placeholder={t`The beginning of a name`}
          {...(typeof home === 'string' && home !== 'card' && { except: home })}
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
      {preview ? <Preview outcome={preview} parts={parts} written={written} /> : null}
    </DrawerForm>
  );
}
