import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import { Card } from '#ui/Card.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { Figures } from './Figures.tsx';
import { requirementsOf } from './queries.ts';
import classes from './requirements.module.css';

/** How far a client meets what it has to, at a glance. */
export function ComplianceCard({ clientId }: { clientId: ClientId }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { data, isError } = useQuery(requirementsOf(workspaceId, clientId));
  return (
    <Card
      title={t`Compliance`}
      count={data?.data.length}
      action={
        <LinkButton
          href={`/clients/${clientId}/compliance`}
          variant="subtle"
          color="gray"
          c="dimmed"
          size="xs"
        >
          <Trans>Open compliance</Trans>
        </LinkButton>
      }
    >
      <div className={classes.glance}>
        {data && data.data.length > 0 ? (
          <Figures requirements={data} />
        ) : data ? (
          <Trans>Nothing to meet yet.</Trans>
        ) : isError ? (
          <Trans>Compliance could not be read.</Trans>
        ) : (
          <Skeleton height={10} width="40%" />
        )}
      </div>
    </Card>
  );
}
