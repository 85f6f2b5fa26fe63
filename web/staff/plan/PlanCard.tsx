import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Offer, WorkspacePlan } from '#contracts/schemas/plan.ts';
import { Card, CardRows } from '#ui/Card.tsx';
import { useFormats } from '#ui/formats.ts';
import { Link } from '#ui/Link.tsx';
import { Status } from '#ui/Status.tsx';
import { moneyText } from '../money.ts';
import { useHere } from '../session/me.ts';
import type { OnWish } from './change.ts';
import classes from './plan.module.css';
import { usePlanWords } from './words.ts';

interface PlanCardProps {
  plan: WorkspacePlan;
  offers: readonly Offer[];
  onWish: OnWish;
}

/** The plan that the workspace has, and for whoever may change it those that are sold. */
export function PlanCard({ plan, offers, onWish }: PlanCardProps) {
  const { t } = useLingui();
  const { can } = useHere();
  const mayChange = can('plan.manage');
  const { key, name, version } = plan.plan;
  const sold = offers.filter((offer) => offer.kind === 'plan' && (!offer.retired || offer.key === key));
  const shown = mayChange ? sold : sold.filter((offer) => offer.key === key);
  return (
    <Card
      title={t`Plan`}
      count={name}
      flush
      action={
        <Link className="fy-link" href="/pricing">
          <Trans>Compare plans</Trans>
        </Link>
      }
    >
      <CardRows>
        {shown.map((offer) => (
          <li key={offer.key}>
            <OfferRow offer={offer} isHeld={offer.key === key}>
              {!mayChange || offer.retired ? null : offer.key !== key ? (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t`Change to ${offer.name}`}
                  onClick={() =>
                    onWish({
                      title: t`Change to ${offer.name}`,
                      submitLabel: t`Change plan`,
                      change: { plan: offer.key },
                    })
                  }
                >
                  <Trans>Change</Trans>
                </Button>
              ) : offer.version > version ? (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() =>
                    onWish({
                      title: t`Take the newest ${offer.name}`,
                      submitLabel: t`Take the newest`,
                      change: { plan: offer.key },
                    })
                  }
                >
                  <Trans>Take the newest</Trans>
                </Button>
              ) : null}
            </OfferRow>
          </li>
        ))}
      </CardRows>
      {mayChange ? null : (
        <p className={classes.hint}>
          <Trans>Changing the plan is for whoever holds plan.manage, as the owners do.</Trans>
        </p>
      )}
    </Card>
  );
}

interface AddOnsProps extends PlanCardProps {}

/** What was added to the plan, and for whoever may what can be. */
export function AddOns({ plan, offers, onWish }: AddOnsProps) {
  const { t } = useLingui();
  const { can } = useHere();
  const mayChange = can('plan.manage');
  const held = plan.addOns.map(({ key }) => key);
  const shown = offers.filter(
    ({ kind, key, retired }) => kind === 'add_on' && (held.includes(key) || (mayChange && !retired)),
  );
  if (shown.length === 0) return null;
  return (
    <Card title={t`Add-ons`} count={held.length > 0 ? held.length : undefined} flush>
      <CardRows>
        {shown.map((offer) => {
          const has = held.includes(offer.key);
          const wish = has
            ? {
                title: t`Remove ${offer.name}`,
                submitLabel: t`Remove`,
                change: { addOns: held.filter((key) => key !== offer.key) },
              }
            : { title: t`Add ${offer.name}`, submitLabel: t`Add`, change: { addOns: [...held, offer.key] } };
          return (
            <li key={offer.key}>
              <OfferRow offer={offer} isHeld={has}>
                {mayChange ? (
                  <Button size="xs" variant="default" aria-label={wish.title} onClick={() => onWish(wish)}>
                    {wish.submitLabel}
                  </Button>
                ) : null}
              </OfferRow>
            </li>
          );
        })}
      </CardRows>
    </Card>
  );
}

function OfferRow({ offer, isHeld, children }: { offer: Offer; isHeld: boolean; children: React.ReactNode }) {
  const { locale } = useFormats();
  const words = usePlanWords();
  const price = moneyText(offer.price, locale);
  const parts = offer.features.map((feature) => words.feature(feature));
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <b>{offer.name}</b>
        <span>{offer.summary}</span>
        {parts.length > 0 ? <span>{new Intl.ListFormat(locale, { type: 'unit' }).format(parts)}</span> : null}
      </div>
      <span className={classes.state}>
        <span className="fy-num">
          {offer.price.amount === 0 ? <Trans>Free</Trans> : <Trans>{price} a month</Trans>}
        </span>
        {isHeld ? (
          <Status tone="ok">
            <Trans>Yours</Trans>
          </Status>
        ) : null}
      </span>
      <span className={classes.acts}>{children}</span>
    </div>
  );
}
