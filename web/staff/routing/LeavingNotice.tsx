import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { BrandId, ClientId, ContactId } from '#contracts/ids.ts';
import { Strip } from '#ui/Strip.tsx';
import { brandsOf } from '../companies/queries.ts';
import { useFlagWord } from '../contacts/flags.ts';
import { useDayText } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import { leavingOf } from './queries.ts';
import classes from './routing.module.css';
import { useRoutingWords } from './words.ts';

/** What is open with somebody who leaves, so that it can be given to others. */
export function LeavingNotice({ clientId, contactId }: { clientId: ClientId; contactId: ContactId }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const events = useRoutingWords();
  const word = useFlagWord();
  const dayText = useDayText();
  const { data } = useQuery(leavingOf(workspaceId, clientId, contactId));
  const brands = useQuery(brandsOf(workspaceId, clientId)).data?.data ?? [];
  if (!data) return null;
  const brandName = (brandId: BrandId) => brands.find(({ id }) => id === brandId)?.name ?? t`a brand`;
  const open = [
    ...(data.primary ? [t`Primary contact of the client`] : []),
    ...data.soleFlags.map(word),
    ...data.stranded.map(({ event, brandId }) => {
      const what = events[event];
      if (brandId === null) return t`${what} would reach nobody`;
      const brand = brandName(brandId);
      return t`${what} for ${brand} would reach nobody`;
    }),
    ...data.deputyOf.map(({ name, until }) => {
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
      <Trans>To be given to others:</Trans>
      <ul className={classes.open}>
        {open.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Strip>
  );
}
