import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, type SelectProps, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import type { BrandId, ClientId, ContactId } from '#contracts/ids.ts';
import type { Leaving } from '#contracts/schemas/routing.ts';
import { Strip } from '#ui/Strip.tsx';
import { brandsOf } from '../companies/queries.ts';
import { useFlagWord } from '../contacts/flags.ts';
import type { HandOverPlace, HandOverValues } from '../contacts/handOver.ts';
import { useDayText } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import { leavingOf } from './queries.ts';
import classes from './routing.module.css';
import { useRoutingWords } from './words.ts';

interface HandOverFieldsProps {
  clientId: ClientId;
  contactId: ContactId;
  values: HandOverValues;
  onChange: (changed: Partial<HandOverValues>) => void;
  /** Id and error of the select of a place. */
  field?: (place: HandOverPlace) => Pick<SelectProps, 'id' | 'error'>;
}

/** The places that somebody leaves open, in the order in which they are asked for. */
export const openPlaces = ({ primary, roles, deputyOf, heirs }: Leaving): HandOverPlace[] =>
  heirs.length === 0
    ? []
    : [
        ...(primary ? (['successor'] as const) : []),
        ...roles,
        ...(deputyOf.length > 0 ? (['deputy'] as const) : []),
      ];

/** What is open with somebody who leaves, and who takes over each of it. */
export function HandOverFields({ clientId, contactId, values, onChange, field }: HandOverFieldsProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const word = useFlagWord();
  const { data, isError, refetch } = useQuery(leavingOf(workspaceId, clientId, contactId));
  if (!data) {
    if (!isError) return <Skeleton height={40} />;
    return (
      <Strip
        tone="warn"
        action={
          <Button variant="default" size="compact-xs" onClick={() => void refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        <Trans>What is open with this contact could not be read.</Trans>
      </Strip>
    );
  }
  const places = openPlaces(data);
  const labelOf = (place: HandOverPlace) => {
    if (place === 'successor') return t`Who becomes the primary contact?`;
    if (place === 'deputy') return t`Who is the deputy instead?`;
    const role = word(place);
    return t`Who gets the role ${role}?`;
  };
  const heirs = data.heirs.map(({ id, name }) => ({ value: id, label: name }));
  const select = (
    heir: ContactId | '',
    choose: (heir: ContactId | '') => void,
    props: SelectProps,
  ): ReactNode => (
    <Select
      placeholder={t`Choose`}
      data={heirs}
      clearable
      searchable={heirs.length > 8}
      value={heir || null}
      onChange={(chosen) => choose(data.heirs.find(({ id }) => id === chosen)?.id ?? '')}
      {...props}
    />
  );
  const first = values[places[0] ?? 'successor'];
  return (
    <div className={classes.handOver}>
      <Open clientId={clientId} leaving={data} />
      {places.length > 1
        ? select(
            places.every((place) => values[place] === first) ? first : '',
            (heir) => onChange(Object.fromEntries(places.map((place) => [place, heir]))),
            { label: t`Hand everything over to` },
          )
        : null}
      {places.map((place) => (
        <Fragment key={place}>
          {select(values[place], (heir) => onChange({ [place]: heir }), {
            label: labelOf(place),
            required: place === 'successor',
            ...field?.(place),
          })}
        </Fragment>
      ))}
    </div>
  );
}

function Open({ clientId, leaving }: { clientId: ClientId; leaving: Leaving }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const events = useRoutingWords();
  const word = useFlagWord();
  const dayText = useDayText();
  const brands = useQuery(brandsOf(workspaceId, clientId)).data?.data ?? [];
  const brandName = (brandId: BrandId) => brands.find(({ id }) => id === brandId)?.name ?? t`a brand`;
  const open = [
    ...(leaving.primary ? [t`Primary contact of the client`] : []),
    ...leaving.roles.map(word),
    ...leaving.stranded.map(({ event, brandId }) => {
      const what = events[event];
      if (brandId === null) return t`${what} would reach nobody`;
      const brand = brandName(brandId);
      return t`${what} for ${brand} would reach nobody`;
    }),
    ...leaving.deputyOf.map(({ name, until }) => {
      const day = dayText(until);
      return t`Deputy of ${name} until ${day}`;
    }),
  ];
  if (open.length === 0) {
    return (
      <Strip tone="info">
        <Trans>Nothing is open with this contact.</Trans>
      </Strip>
    );
  }
  return (
    <Strip tone="warn">
      {leaving.heirs.length > 0 ? (
        <Trans>Open with this contact. What you hand over passes on at once:</Trans>
      ) : (
        <Trans>Open with this contact, and nobody else is there to take over:</Trans>
      )}
      <ul className={classes.open}>
        {open.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Strip>
  );
}
