import { Trans, useLingui } from '@lingui/react/macro';
import { ColorInput, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Brand } from '#contracts/schemas/brand.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { brandsOf } from './queries.ts';

interface BrandValues extends Record<string, unknown> {
  name: string;
  color: string;
  moreColors: string[];
  website: string;
  note: string;
}

const valuesOf = (brand: Brand | null): BrandValues => ({
  name: brand?.name ?? '',
  color: brand?.color ?? '',
  moreColors: brand?.moreColors ?? [],
  website: brand?.website ?? '',
  note: brand?.note ?? '',
});

const orNull = (text: string) => (text.trim() === '' ? null : text);
const toBody = ({ name, color, moreColors, website, note }: BrandValues) => ({
  name,
  color: orNull(color),
  moreColors,
  website: orNull(website),
  note: orNull(note),
});

interface BrandDrawerProps {
  clientId: ClientId;
  /** Null to add one. */
  brand: Brand | null;
  onClose: () => void;
}

/** Adds a brand, or changes one. */
export function BrandDrawer({ clientId, brand, onClose }: BrandDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const base = useRef(brand);
  const labels: Record<string, string> = {
    name: t`Name`,
    color: t`Colour`,
    moreColors: t`Further colours`,
    website: t`Website`,
    note: t`Note`,
  };

  const form = useApiForm<BrandValues>({
    initial: valuesOf(brand),
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ name, moreColors }) => ({
      name: name.trim() === '' ? t`Must not be blank` : null,
      moreColors: moreColors.every((colour) => /^\s*#[0-9a-f]{6}\s*$/i.test(colour))
        ? null
        : t`Each must be a colour like #1f6feb`,
    }),
    send: async (values, idempotencyKey) => {
      const [body, before] = [toBody(values), base.current];
      const params = { workspaceId, clientId };
      const answer = before
        ? await api.brands.update({
            params: { ...params, brandId: before.id },
            body,
            ifMatch: before.version,
          })
        : await api.brands.create({ params, body, idempotencyKey });
      toast.ok(<Trans>{bodyOf(answer).name} was saved</Trans>);
      void queryClient.invalidateQueries(brandsOf(workspaceId, clientId));
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
      title={brand ? t`Edit ${brand.name}` : t`New brand`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save brand`}
      submitting={form.busy}
    >
      <TextInput label={labels.name} required maxLength={120} data-autofocus {...form.field('name')} />
      <TextInput
        label={labels.website}
        placeholder={t`acme.com`}
        inputMode="url"
        {...form.field('website')}
      />
      <ColorInput
        label={labels.color}
        placeholder={t`Like #1f6feb`}
        eyeDropperButtonProps={{ 'aria-label': t`Pick a colour from the screen` }}
        {...form.field('color')}
      />
      <TagsInput
        label={labels.moreColors}
        description={t`Up to five, each as #1f6feb. Press Enter after each one.`}
        maxTags={5}
        clearable
        clearButtonProps={{ 'aria-label': t`Remove all further colours` }}
        {...form.field('moreColors')}
      />
      <Textarea label={labels.note} autosize minRows={3} maxLength={2000} {...form.field('note')} />
    </DrawerForm>
  );
}
