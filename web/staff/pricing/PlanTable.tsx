import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import type { Feature } from '#contracts/features.ts';
import type { Offer } from '#contracts/schemas/plan.ts';
import { Status } from '#ui/Status.tsx';
import { allFeatures, allLimits, usePlanWords } from '../plan/words.ts';
import { useOfferFacts } from './facts.ts';
import classes from './pricing.module.css';

export interface PlansProps {
  plans: readonly Offer[];
  /** Key of the plan that the reader has. */
  own: string | undefined;
}

/** Plans as columns; what they allow and bring as rows. */
export function PlanTable({ plans, own }: PlansProps) {
  const { t } = useLingui();
  const words = usePlanWords();
  const facts = useOfferFacts();
  const isOwn = (plan: Offer) => plan.key === own || undefined;
  return (
    <section
      className={classes.scroll}
      aria-label={t`Plans compared`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable to be scrolled by keyboard
      tabIndex={0}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            {plans.map((plan) => (
              <th key={plan.key} scope="col" data-own={isOwn(plan)}>
                <span className={classes.plan}>
                  {plan.name}
                  {isOwn(plan) ? (
                    <Status tone="ok">
                      <Trans>Your plan</Trans>
                    </Status>
                  ) : null}
                </span>
                <span className={classes.price}>{facts.price(plan)}</span>
                <span className={classes.summary}>{plan.summary}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {allLimits.map((limit) => (
            <tr key={limit}>
              <th scope="row">{words.limit(limit)}</th>
              {plans.map((plan) => (
                <td key={plan.key} data-own={isOwn(plan)}>
                  {facts.limit(plan, limit)}
                </td>
              ))}
            </tr>
          ))}
          {allFeatures.map((feature) => (
            <tr key={feature}>
              <th scope="row">{words.feature(feature)}</th>
              {plans.map((plan) => (
                <td key={plan.key} data-own={isOwn(plan)}>
                  <Has plan={plan} feature={feature} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Has({ plan, feature }: { plan: Offer; feature: Feature }) {
  const { t } = useLingui();
  return plan.features.includes(feature) ? (
    <IconCheck size={17} stroke={2} role="img" aria-label={t`Included`} className={classes.has} />
  ) : (
    <span role="img" aria-label={t`Not included`} className={classes.lacks}>
      –
    </span>
  );
}
