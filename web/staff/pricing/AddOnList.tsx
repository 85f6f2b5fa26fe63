import { Trans, useLingui } from '@lingui/react/macro';
import type { Offer } from '#contracts/schemas/plan.ts';
import { Card, CardRows } from '#ui/Card.tsx';
import { useOfferFacts } from './facts.ts';
import classes from './pricing.module.css';

/** What can be added to a plan. */
export function AddOnList({ addOns }: { addOns: readonly Offer[] }) {
  const { t } = useLingui();
  const facts = useOfferFacts();
  if (addOns.length === 0) return null;
  return (
    <Card title={t`Add-ons`} flush>
      <CardRows>
        {addOns.map((offer) => {
          const price = facts.price(offer);
          return (
            <li key={offer.key} className={classes.addOn}>
              <span>
                <b>{offer.name}</b>
                <span className={classes.summary}>{offer.summary}</span>
              </span>
              <span className="fy-num">
                <Trans>{price} a month</Trans>
              </span>
            </li>
          );
        })}
      </CardRows>
    </Card>
  );
}
