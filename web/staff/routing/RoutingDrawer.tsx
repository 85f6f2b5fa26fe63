import { Trans, useLingui } from '@lingui/react/macro';
import { MultiSelect, Select } from '@mantine/core';
import { useRef, useState } from 'react';
import type { BrandId, ClientId } from '#contracts/ids.ts';
import { type RoutingEvent, routingCatalogue, routingEvents } from '#contracts/routing.ts';
import type { Brand } from '#contracts/schemas/brand.ts';
import type { ContactFlag } from '#contracts/schemas/contact.ts';
import type { Routing, RoutingRule } from '#contracts/schemas/routing.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { flags, isFlag, useFlagWord } from '../contacts/flags.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { routingOf } from './queries.ts';
import classes from './routing.module.css';
import { useRoutingWords } from './words.ts';

interface RoutingValues extends Record<string, unknown> {
  rules: RoutingRule[];
}

interface RoutingDrawerProps {
  clientId: ClientId;
  routing: Routing;
  brands: readonly Brand[];
  onClose: () => void;
}

/** Which roles get what, for the client or for one of its brands. A rule taken away falls back to the one above. */
export function RoutingDrawer({ clientId, routing, brands, onClose }: RoutingDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const events = useRoutingWords();
  const word = useFlagWord();
  const query = routingOf(workspaceId, clientId);
  const version = useRef(routing.version);
  const [brandId, setBrandId] = useState<BrandId | null>(null);

  const form = useApiForm<RoutingValues>({
    initial: { rules: routing.rules },
    place: () => ({ label: t`Who is written to` }),
    send: async ({ rules }) => {
      const params = { workspaceId, clientId };
      const saved = bodyOf(await api.routing.update({ params, body: { rules }, ifMatch: version.current }));
      queryClient.setQueryData(query.queryKey, saved);
      toast.ok(<Trans>Who is written to was saved</Trans>);
    },
    overtaken: (now) => {
      version.current = now;
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const { rules } = form.form.values;
  const roles = flags.map((flag) => ({ value: flag, label: word(flag) }));

  const find = (event: RoutingEvent, brand: BrandId | null) =>
    rules.find((rule) => rule.event === event && rule.brandId === brand);
  /** What holds without a rule of this place. */
  const above = (event: RoutingEvent): { to: readonly ContactFlag[]; cc: readonly ContactFlag[] } =>
    (brandId === null ? undefined : find(event, null)) ?? routingCatalogue[event];
  const put = (event: RoutingEvent, change: Partial<Pick<RoutingRule, 'to' | 'cc'>>) => {
    const base = find(event, brandId) ?? { ...above(event), event, brandId };
    const next: RoutingRule = { event, brandId, to: [...base.to], cc: [...base.cc], ...change };
    const others = rules.filter((rule) => rule.event !== event || rule.brandId !== brandId);
    form.form.setFieldValue('rules', next.to.length > 0 ? [...others, next] : others);
  };

  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Who is written to`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save changes`}
      submitting={form.busy}
    >
      {brands.length > 0 ? (
        <Select
          label={t`For`}
          allowDeselect={false}
          data={[
            { value: '', label: t`The client, and brands without their own` },
            ...brands.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          value={brandId ?? ''}
          onChange={(value) => setBrandId((value || null) as BrandId | null)}
        />
      ) : null}
      {routingEvents.map((event) => {
        const own = find(event, brandId);
        const shown = own ?? above(event);
        return (
          <fieldset key={event} className={classes.fields}>
            <legend>{events[event]}</legend>
            <FieldRow>
              <MultiSelect
                label={t`To`}
                description={own ? t`Without a role, what holds elsewhere holds here.` : undefined}
                data={roles}
                value={[...shown.to]}
                onChange={(chosen) => put(event, { to: chosen.filter(isFlag) })}
              />
              <MultiSelect
                label={t`Copy to`}
                data={roles}
                value={[...shown.cc]}
                onChange={(chosen) => put(event, { cc: chosen.filter(isFlag) })}
              />
            </FieldRow>
          </fieldset>
        );
      })}
    </DrawerForm>
  );
}
