import type { BrandId } from '#contracts/ids.ts';
import { type RoutingEvent, routingCatalogue } from '#contracts/routing.ts';
import type { ContactFlag } from '#contracts/schemas/contact.ts';
import type { Routed, RoutingRule } from '#contracts/schemas/routing.ts';
import type { ContactRecord } from './contacts.ts';

type Person = Pick<ContactRecord, 'id' | 'name' | 'emails' | 'flags' | 'brandIds' | 'leftOn'>;

/** Whether somebody can be written to about a brand on a day; who stands for some brands, stands for no other. */
const canBeAsked = ({ emails, brandIds, leftOn }: Person, brandId: BrandId | null, today: string) =>
  emails.length > 0 &&
  (leftOn === null || today <= leftOn) &&
  (brandIds.length === 0 || (brandId !== null && brandIds.includes(brandId)));

/**
 * Who is written to: the roles of the brand's rule, else of the client's, else of the house. Nobody gets a copy
 * of what he is asked himself.
 */
export function routed(
  event: RoutingEvent,
  brandId: BrandId | null,
  { rules, people, today }: { rules: readonly RoutingRule[]; people: readonly Person[]; today: string },
): Routed {
  const ruleFor = (id: BrandId | null) => rules.find((one) => one.event === event && one.brandId === id);
  const own = brandId === null ? undefined : ruleFor(brandId);
  const rule = own ?? ruleFor(null);
  const { to, cc }: { to: readonly ContactFlag[]; cc: readonly ContactFlag[] } =
    rule ?? routingCatalogue[event];
  const asked = people.filter((person) => canBeAsked(person, brandId, today));
  const have = (roles: readonly ContactFlag[]) =>
    asked.filter(({ flags }) => flags.some((flag) => roles.includes(flag)));
  const first = have(to);
  const row = ({ id, name, emails: [email = ''] }: Person) => ({ id, name, email });
  return {
    event,
    brandId,
    source: own ? 'brand' : rule ? 'client' : 'default',
    roles: { to: [...to], cc: [...cc] },
    to: first.map(row),
    cc: have(cc)
      .filter((person) => !first.includes(person))
      .map(row),
  };
}
