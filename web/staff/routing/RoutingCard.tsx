import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Skeleton, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Routed } from '#contracts/schemas/routing.ts';
import { Card } from '#ui/Card.tsx';
import { useFormats } from '#ui/formats.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { Strip } from '#ui/Strip.tsx';
import { brandsOf } from '../companies/queries.ts';
import { useFlagWord } from '../contacts/flags.ts';
import { useDayText } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import { routingOf } from './queries.ts';
import classes from './routing.module.css';
import { useRoutingWords } from './words.ts';

const RoutingDrawer = onDemand(async () => (await import('./RoutingDrawer.tsx')).RoutingDrawer);

/** Who is written to about what, and where nobody would be: told before anything is sent. */
export function RoutingCard({ clientId }: { clientId: ClientId }) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const [on, setOn] = useState('');
  const { data, isError, refetch } = useQuery({
    ...routingOf(workspaceId, clientId, on || undefined),
    placeholderData: keepPreviousData,
  });
  const today = useQuery(routingOf(workspaceId, clientId)).data?.on;
  const brands = useQuery(brandsOf(workspaceId, clientId)).data?.data ?? [];
  const [open, setOpen] = useState(false);
  const groups = [
    { id: null, name: t`The client` },
    ...brands.map(({ id, name }) => ({ id, name: t`Brand ${name}` })),
  ].map((group) => ({ ...group, rows: data?.routed.filter(({ brandId }) => brandId === group.id) ?? [] }));
  return (
    <div className={classes.place}>
      <Card
        title={t`Who is written to`}
        flush
        action={
          <>
            <TextInput
              type="date"
              size="xs"
              aria-label={t`On the day`}
              min={today}
              value={on || (data?.on ?? '')}
              onChange={(event) => setOn(event.currentTarget.value)}
            />
            {can('stakeholders.manage') && data ? (
              <ActionIcon aria-label={t`Edit who is written to`} onClick={() => setOpen(true)}>
                <IconPencil size={16} stroke={1.7} />
              </ActionIcon>
            ) : null}
          </>
        }
      >
        {data?.partial ? (
          <Strip tone="info">
            <Trans>There are more people or brands than are looked at here, so some may be missing.</Trans>
          </Strip>
        ) : null}
        {data ? (
          groups
            .filter(({ rows }) => rows.length > 0)
            .map(({ id, name, rows }) => (
              <section key={id} aria-label={name}>
                {brands.length > 0 ? <h3 className={classes.group}>{name}</h3> : null}
                <dl className={classes.rows}>
                  {rows.map((routed) => (
                    <Row key={routed.event} routed={routed} />
                  ))}
                </dl>
              </section>
            ))
        ) : (
          <div className={classes.waiting}>
            {isError ? (
              <span role="alert">
                <Trans>This could not be read.</Trans>{' '}
                <Button variant="default" size="compact-xs" onClick={() => void refetch()}>
                  <Trans>Try again</Trans>
                </Button>
              </span>
            ) : (
              <Skeleton height={10} width="40%" />
            )}
          </div>
        )}
      </Card>
      {open && data ? (
        <RoutingDrawer clientId={clientId} routing={data} brands={brands} onClose={() => setOpen(false)} />
      ) : null}
    </div>
  );
}

function Row({ routed: { event, to, cc, roles, gap } }: { routed: Routed }) {
  const { locale } = useFormats();
  const events = useRoutingWords();
  const word = useFlagWord();
  const { t } = useLingui();
  const dayText = useDayText();
  const nameOf = ({ name, insteadOf }: Routed['to'][number]) => {
    if (!insteadOf) return name;
    const [whose, until] = [insteadOf.name, dayText(insteadOf.until)];
    return t`${name} (instead of ${whose} until ${until})`;
  };
  const list = (names: string[]) => new Intl.ListFormat(locale, { type: 'unit' }).format(names);
  const needed = new Intl.ListFormat(locale, { type: 'disjunction' }).format(roles.to.map(word));
  return (
    <div className={classes.row}>
      <dt>{events[event]}</dt>
      <dd>
        {to.length > 0 ? (
          list(to.map(nameOf))
        ) : (
          <span className={classes.gap} data-gap={gap}>
            {gap === 'unset' ? null : <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />}
            {gap === 'unset' ? (
              <Trans>Nobody yet: give somebody the role {needed}</Trans>
            ) : (
              <Trans>Nobody: no active contact with the role {needed}</Trans>
            )}
          </span>
        )}
        {cc.length > 0 ? (
          <span className={classes.cc}>
            <Trans>Copy: {list(cc.map(nameOf))}</Trans>
          </span>
        ) : null}
      </dd>
    </div>
  );
}
