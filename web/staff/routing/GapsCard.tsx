import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import type { Routed } from '#contracts/schemas/routing.ts';
import { Card } from '#ui/Card.tsx';
import { useFormats } from '#ui/formats.ts';
import { Status } from '#ui/Status.tsx';
import { brandsOf } from '../companies/queries.ts';
import { useFlagWord } from '../contacts/flags.ts';
import { useContacts } from '../contacts/useContacts.ts';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { routingOf } from './queries.ts';
import classes from './routing.module.css';
import { useRoutingWords } from './words.ts';

/**
 * What would reach nobody, at a glance: amber where it was settled and does not work, grey for what was never
 * settled. Nothing while the client has nobody, or nothing is missing.
 */
export function GapsCard({ clientId }: { clientId: ClientId }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { locale } = useFormats();
  const events = useRoutingWords();
  const word = useFlagWord();
  const people = useContacts(clientId).people ?? [];
  const routed = useQuery(routingOf(workspaceId, clientId)).data?.routed ?? [];
  const brands = useQuery(brandsOf(workspaceId, clientId)).data?.data ?? [];
  const broken = routed.filter(({ gap }) => gap === 'broken');
  const unset = routed.filter(({ gap, brandId }) => gap === 'unset' && brandId === null);
  if (people.length === 0 || broken.length + unset.length === 0) return null;
  const rolesOf = ({ roles }: Routed) =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(roles.to.map(word));
  const sentence = (one: Routed) => {
    const [what, needed] = [events[one.event], rolesOf(one)];
    const brand = brands.find(({ id }) => id === one.brandId)?.name;
    return brand ? (
      <Trans>
        {what} for {brand} would reach nobody. Give the role {needed} to somebody who is there.
      </Trans>
    ) : (
      <Trans>
        {what} would reach nobody. Give the role {needed} to somebody who is there.
      </Trans>
    );
  };
  const later = new Intl.ListFormat(locale).format(unset.map(({ event }) => events[event]));
  return (
    <Card
      title={t`Who is written to`}
      action={
        <LinkButton href={`/clients/${clientId}/contacts`} variant="subtle" color="gray" c="dimmed" size="xs">
          <Trans>Open contacts</Trans>
        </LinkButton>
      }
    >
      <div className={classes.check}>
        {broken.map((one) => (
          <Status key={`${one.event} ${one.brandId}`} tone="warn">
            {sentence(one)}
          </Status>
        ))}
        {unset.length > 0 ? (
          <Status tone="idle" dimmed>
            <Trans>Nobody yet for {later}. Give somebody the role when you come to it.</Trans>
          </Status>
        ) : null}
      </div>
    </Card>
  );
}
