import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ClientId } from '#contracts/ids.ts';
import type { Away } from '#contracts/schemas/contact.ts';
import type { RoutingRule } from '#contracts/schemas/routing.ts';
import { brandsOf } from '../companies/queries.ts';
import { useRolesText } from '../contacts/plans.tsx';
import { useContacts } from '../contacts/useContacts.ts';
import { useDayText } from '../rates/days.ts';
import { useHere } from '../session/me.ts';

/** What an entry carries as JSON; null for what this page does not understand. */
function read<T>(text: string, isOne: (value: Partial<T> | null) => boolean): T | null {
  try {
    const value: T | null = JSON.parse(text);
    return isOne(value) ? value : null;
  } catch {
    return null;
  }
}

export const awayIn = (text: string) =>
  read<Away>(text, (away) => typeof away?.from === 'string' && typeof away.until === 'string');

type Rule = Pick<RoutingRule, 'to' | 'cc'>;

export const ruleIn = (text: string) =>
  read<Rule>(text, (rule) => Array.isArray(rule?.to) && Array.isArray(rule.cc));

/** The client whose timeline is on the page. */
const useClientId = () => (useParams({ strict: false }).clientId ?? '') as ClientId;

/** Days away, and who answers then. */
export function AwayText({ away: { from, until, deputyId } }: { away: Away }) {
  const { t } = useLingui();
  const dayText = useDayText();
  const { people } = useContacts(useClientId(), { all: true, enabled: deputyId !== null });
  const first = <time dateTime={from}>{dayText(from)}</time>;
  const last = <time dateTime={until}>{dayText(until)}</time>;
  if (deputyId === null) {
    return (
      <Trans>
        {first} to {last}, without a deputy
      </Trans>
    );
  }
  const name = people?.find(({ id }) => id === deputyId)?.name ?? t`another contact`;
  return (
    <Trans>
      {first} to {last}, deputy: {name}
    </Trans>
  );
}

/** Brands by their names, as far as they are still there. */
export function BrandNames({ ids }: { ids: readonly string[] }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { data } = useQuery(brandsOf(workspaceId, useClientId()));
  const nameOf = (id: string) => data?.data.find((brand) => brand.id === id)?.name ?? t`another brand`;
  return ids.map(nameOf).join(', ');
}

/** Who is written to by a rule, and for which brand where it is of one. */
export function RuleText({ rule: { to, cc }, brandId }: { rule: Rule; brandId: string | undefined }) {
  const rolesText = useRolesText();
  const brand = brandId ? <BrandNames ids={[brandId]} /> : null;
  const roles =
    cc.length > 0 ? (
      <Trans>
        {rolesText(to)}, copy: {rolesText(cc)}
      </Trans>
    ) : (
      rolesText(to)
    );
  return brand ? (
    <>
      {brand}: {roles}
    </>
  ) : (
    roles
  );
}
