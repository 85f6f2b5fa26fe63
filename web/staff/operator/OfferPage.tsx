import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Outlet } from '@tanstack/react-router';
import type { Offer } from '#contracts/schemas/plan.ts';
import { Card } from '#ui/Card.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Facts } from '#ui/Facts.tsx';
import { useFormats } from '#ui/formats.ts';
import { Gutter } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { moneyText } from '../money.ts';
import { offersQuery } from '../plan/queries.ts';
import { allLimits, usePlanWords } from '../plan/words.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { StatePage } from '../shell/StatePage.tsx';
import { OperatorError } from './OperatorError.tsx';
import classes from './operator.module.css';
import { Spread } from './Spread.tsx';

export const route = createLazyRoute('/operator/offers/$kind/$key')({ component: OfferPage });

/** One plan or add-on: what it gives, and who has which version of it. */
function OfferPage() {
  const { t } = useLingui();
  const { kind, key } = route.useParams();
  const { data, isError, error, refetch } = useQuery(offersQuery);
  if (isError && !data) return <OperatorError error={error} onRetry={() => void refetch()} />;
  const offer = data?.find((one) => one.kind === kind && one.key === key);
  if (data && !offer) {
    return (
      <StatePage title={t`Page not found`}>
        <EmptyState kind="no-match" order={1} title={t`Page not found`} />
      </StatePage>
    );
  }
  return (
    <>
      <PageHead
        title={offer?.name ?? key}
        count={offer ? t`Version ${offer.version}` : undefined}
        description={offer?.summary}
        crumbs={[{ label: t`Plans and add-ons`, href: '/operator/offers' }, { label: offer?.name ?? key }]}
        actions={
          <LinkButton
            href={`/operator/offers/${kind}/${key}/edit`}
            variant="default"
            leftSection={<IconPencil size={15} stroke={1.7} aria-hidden="true" />}
          >
            <Trans>Edit</Trans>
          </LinkButton>
        }
      />
      <Gutter>
        <div className={classes.cards}>
          {offer ? (
            <>
              <Gives offer={offer} />
              <Spread offer={offer} />
            </>
          ) : (
            <div aria-busy="true">
              <Skeleton height={180} radius={10} />
            </div>
          )}
        </div>
      </Gutter>
      <Outlet />
    </>
  );
}

function Gives({ offer }: { offer: Offer }) {
  const { t, i18n } = useLingui();
  const { locale } = useFormats();
  const words = usePlanWords();
  const limitOf = (max: number | null) => {
    if (max === null) return offer.kind === 'plan' ? t`No limit` : null;
    return offer.kind === 'plan' ? i18n.number(max) : `+${i18n.number(max)}`;
  };
  return (
    <Card title={t`What it gives`}>
      <Facts
        columns={1}
        items={[
          { id: 'price', label: t`Price a month`, value: moneyText(offer.price, locale) },
          {
            id: 'features',
            label: t`Features`,
            value: offer.features.map((feature) => words.feature(feature)).join(', ') || null,
          },
          ...allLimits.map((limit) => ({
            id: limit,
            label: words.limit(limit),
            value: limitOf(offer.limits[limit] ?? null),
          })),
          { id: 'sale', label: t`State`, value: offer.retired ? t`Retired` : t`Sold` },
        ]}
      />
    </Card>
  );
}
