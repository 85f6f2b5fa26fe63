import { Trans } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import { Card } from '#ui/Card.tsx';
import { Status } from '#ui/Status.tsx';
import { allLimits, usePlanWords } from '../plan/words.ts';
import { useOfferFacts } from './facts.ts';
import type { PlansProps } from './PlanTable.tsx';
import classes from './pricing.module.css';

/** The plans one below the other, where columns would be too narrow to read. */
export function PlanCards({ plans, own }: PlansProps) {
  const words = usePlanWords();
  const facts = useOfferFacts();
  return (
    <div className={classes.cards}>
      {plans.map((plan) => (
        <Card
          key={plan.key}
          title={plan.name}
          action={
            plan.key === own ? (
              <Status tone="ok">
                <Trans>Your plan</Trans>
              </Status>
            ) : null
          }
        >
          <span className={classes.price}>{facts.price(plan)}</span>
          <p className={classes.summary}>{plan.summary}</p>
          <ul className={classes.facts}>
            {allLimits.map((limit) => (
              <li key={limit}>
                {words.limit(limit)}: {facts.limit(plan, limit)}
              </li>
            ))}
            {plan.features.map((feature) => (
              <li key={feature}>
                <IconCheck size={15} stroke={2} aria-hidden="true" className={classes.has} />{' '}
                {words.feature(feature)}
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
