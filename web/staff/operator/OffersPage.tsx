import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Outlet, useNavigate } from '@tanstack/react-router';
import type { Offer } from '#contracts/schemas/plan.ts';
import { CardRow } from '#ui/CardRow.tsx';
import { DataTable } from '#ui/DataTable.tsx';
import { useFormats } from '#ui/formats.ts';
import { Link } from '#ui/Link.tsx';
import { ListPage } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { Status } from '#ui/Status.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { moneyText } from '../money.ts';
import { offersQuery } from '../plan/queries.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { OperatorError } from './OperatorError.tsx';
import classes from './operator.module.css';

export const route = createLazyRoute('/operator/offers')({ component: OffersPage });

const hrefOf = ({ kind, key }: Pick<Offer, 'kind' | 'key'>) => `/operator/offers/${kind}/${key}`;

/** Everything that is sold or was. */
function OffersPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data, isError, error, refetch } = useQuery(offersQuery);
  const columns = useColumns();
  if (isError && !data) return <OperatorError error={error} onRetry={() => void refetch()} />;
  return (
    <ListPage>
      <PageHead
        title={t`Plans and add-ons`}
        description={
          <Trans>A change makes a new version. Workspaces keep theirs until it is applied to them.</Trans>
        }
        actions={
          <>
            <LinkButton
              href="/operator/offers/new/add_on"
              variant="default"
              leftSection={<IconPlus size={15} stroke={2.2} aria-hidden="true" />}
            >
              <Trans>New add-on</Trans>
            </LinkButton>
            <LinkButton
              href="/operator/offers/new/plan"
              leftSection={<IconPlus size={15} stroke={2.2} aria-hidden="true" />}
            >
              <Trans>New plan</Trans>
            </LinkButton>
          </>
        }
      />
      <DataTable
        label={t`Plans and add-ons`}
        columns={columns}
        rows={data}
        rowId={({ kind, key }) => `${kind}-${key}`}
        rowName={({ name }) => name}
        skeletonRows={5}
        onOpen={({ kind, key }) =>
          void navigate({ to: '/operator/offers/$kind/$key', params: { kind, key } })
        }
        renderCard={(offer) => (
          <CardRow
            href={hrefOf(offer)}
            title={<span translate="no">{offer.name}</span>}
            detail={offer.kind === 'plan' ? t`Plan` : t`Add-on`}
            end={<Price offer={offer} />}
            endDetail={<Sale offer={offer} />}
          />
        )}
      />
      <Outlet />
    </ListPage>
  );
}

function Price({ offer }: { offer: Offer }) {
  const { locale } = useFormats();
  return <span className="fy-num">{moneyText(offer.price, locale)}</span>;
}

function Sale({ offer: { retired } }: { offer: Offer }) {
  return retired ? (
    <Status tone="idle">
      <Trans>Retired</Trans>
    </Status>
  ) : (
    <Status tone="ok">
      <Trans>Sold</Trans>
    </Status>
  );
}

function useColumns(): DataColumn<Offer>[] {
  const { t } = useLingui();
  return [
    {
      id: 'name',
      header: t`Name`,
      width: 220,
      fixed: true,
      cell: (offer) => (
        <span className={classes.name} translate="no">
          <Link href={hrefOf(offer)}>{offer.name}</Link>
        </span>
      ),
    },
    { id: 'kind', header: t`Kind`, width: 100, cell: ({ kind }) => (kind === 'plan' ? t`Plan` : t`Add-on`) },
    {
      id: 'key',
      header: t`Key`,
      width: 130,
      dim: true,
      cell: ({ key }) => <span translate="no">{key}</span>,
    },
    {
      id: 'price',
      header: t`Price a month`,
      width: 120,
      align: 'end',
      cell: (offer) => <Price offer={offer} />,
    },
    { id: 'version', header: t`Version`, width: 80, align: 'end', dim: true, cell: ({ version }) => version },
    { id: 'sale', header: t`State`, width: 110, cell: (offer) => <Sale offer={offer} /> },
  ];
}
