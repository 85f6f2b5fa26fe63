import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { BrandId, ClientId } from '#contracts/ids.ts';
import { useFormats } from '#ui/formats.ts';
import { brandsOf } from '../companies/queries.ts';
import { useHere } from '../session/me.ts';

/** The brands of a client by name, for what keeps their ids. */
export function useBrandNames(clientId: ClientId) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const { workspaceId } = useHere();
  const brands = useQuery(brandsOf(workspaceId, clientId)).data?.data ?? [];
  const nameOf = (id: BrandId) => brands.find((brand) => brand.id === id)?.name ?? t`A removed brand`;
  return {
    has: brands.length > 0,
    /** Null for none, which is the whole client. */
    textOf: (ids: readonly BrandId[]): string | null =>
      ids.length > 0 ? new Intl.ListFormat(locale, { type: 'unit' }).format(ids.map(nameOf)) : null,
  };
}
