import type { BrandId } from '#contracts/ids.ts';
import { type RoutingEvent, routingCatalogue } from '#contracts/routing.ts';
import type { ContactFlag } from '#contracts/schemas/contact.ts';
import type { Routed, RoutingRule } from '#contracts/schemas/routing.ts';
import { rolesOn } from './contact-roles.ts';
import type { ContactRecord } from './contact-store.ts';

type Person = Pick<
  ContactRecord,
  'id' | 'name' | 'emails' | 'title' | 'department' | 'flags' | 'brandIds' | 'leftOn' | 'planned' | 'away'
>;
type Recipient = Routed['to'][number];

/** Whether somebody can be written to about a brand on a day; who stands for some brands, stands for no other. */
const canBeAsked = ({ emails, brandIds, leftOn }: Person, brandId: BrandId | null, day: string) =>
  emails.length > 0 &&
  (leftOn === null || day <= leftOn) &&
  (brandIds.length === 0 || (brandId !== null && brandIds.includes(brandId)));

const isAway = ({ away }: Pick<Person, 'away'>, day: string): boolean =>
  away !== null && away.from <= day && day <= away.until;

/**
 * Who is written to on a day: the roles of the brand's rule, else of the client's, else of the house, as they
 * are on that day. For who is away his deputy is, if that one can be asked himself; a deputy of a deputy is
 * nobody. Nobody gets a copy of what he is asked himself. A gap is no fault while nothing was ever settled.
 */
export function routed(
  event: RoutingEvent,
  brandId: BrandId | null,
  { rules, people, day }: { rules: readonly RoutingRule[]; people: readonly Person[]; day: string },
): Routed {
  const ruleFor = (id: BrandId | null) => rules.find((one) => one.event === event && one.brandId === id);
  const own = brandId === null ? undefined : ruleFor(brandId);
  const rule = own ?? ruleFor(null);
  const { to, cc }: { to: readonly ContactFlag[]; cc: readonly ContactFlag[] } =
    rule ?? routingCatalogue[event];
  const hasOneOf = (person: Person, roles: readonly ContactFlag[]) =>
    rolesOn(person, day).flags.some((flag) => roles.includes(flag));
  const asked = people.filter((person) => canBeAsked(person, brandId, day));
  const have = (roles: readonly ContactFlag[]): Recipient[] => {
    const holders = asked.filter((person) => hasOneOf(person, roles));
    const there = holders.filter((person) => !isAway(person, day)).map((person) => row(person));
    const deputies = holders.filter((person) => isAway(person, day)).flatMap(deputyOf);
    return firstOfEach([...there, ...deputies]);
  };
  const deputyOf = ({ name, away }: Person): Recipient[] => {
    const deputy = asked.find(({ id }) => id === away?.deputyId);
    return away && deputy && !isAway(deputy, day) ? [row(deputy, { name, until: away.until })] : [];
  };
  const first = have(to);
  return {
    event,
    brandId,
    source: own ? 'brand' : rule ? 'client' : 'default',
    roles: { to: [...to], cc: [...cc] },
    to: first,
    cc: have(cc).filter(({ id }) => first.every((one) => one.id !== id)),
    gap: first.length > 0 ? null : rule || people.some((one) => hasOneOf(one, to)) ? 'broken' : 'unset',
  };
}

const row = (
  { id, name, emails: [email = ''] }: Person,
  insteadOf: Recipient['insteadOf'] = null,
): Recipient => ({ id, name, email, insteadOf });

/** Who is asked himself is not asked for somebody else besides. */
const firstOfEach = (list: readonly Recipient[]): Recipient[] =>
  list.filter(({ id }, at) => list.findIndex((one) => one.id === id) === at);
