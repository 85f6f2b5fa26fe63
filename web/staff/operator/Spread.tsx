import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Progress, Skeleton } from '@mantine/core';
import '@mantine/core/styles/Progress.layer.css';
import { useQuery } from '@tanstack/react-query';
import type { OfferSpread } from '#contracts/schemas/operator.ts';
import type { Offer } from '#contracts/schemas/plan.ts';
import { Card, CardRows } from '#ui/Card.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { Status } from '#ui/Status.tsx';
import { isFeature, usePlanWords } from '../plan/words.ts';
import classes from './operator.module.css';
import { spreadOf } from './queries.ts';
import { useApplying } from './useApplying.ts';

/** Which workspaces have the offer, what its newest version would change for each, and the button that does it. */
export function Spread({ offer: { kind, key, version } }: { offer: Offer }) {
  const { t } = useLingui();
  const { data, isError, error, refetch } = useQuery(spreadOf(kind, key));
  const { apply, progress, busy, stop } = useApplying(kind, key);
  if (isError && !data) {
    return (
      <EmptyState
        kind="error"
        title={t`The workspaces could not be read`}
        traceId={traceIdOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Skeleton height={160} radius={10} />;
  const behind = data.filter(({ pinned, newest }) => pinned < newest);
  return (
    <Card
      title={t`Workspaces that have it`}
      count={data.length}
      flush
      action={
        busy ? (
          <Button size="xs" variant="default" onClick={stop}>
            <Trans>Stop</Trans>
          </Button>
        ) : behind.length > 0 ? (
          <Button size="xs" onClick={() => void apply(behind)}>
            <Plural
              value={behind.length}
              one={`Apply version ${version} to # workspace`}
              other={`Apply version ${version} to # workspaces`}
            />
          </Button>
        ) : null
      }
    >
      {progress ? <Applied {...progress} /> : null}
      {data.length === 0 ? (
        <p className={classes.empty}>
          <Trans>None yet.</Trans>
        </p>
      ) : (
        <CardRows>
          {data.map((row) => (
            <li key={row.workspace.id}>
              <Row row={row} busy={busy} onApply={() => void apply([row])} />
            </li>
          ))}
        </CardRows>
      )}
    </Card>
  );
}

function Applied({ done, all, failed }: NonNullable<ReturnType<typeof useApplying>['progress']>) {
  const { t } = useLingui();
  return (
    <div className={classes.progress} role="status">
      <Progress.Root size={6} radius={3} className={classes.bar}>
        <Progress.Section value={(done / all) * 100} color="var(--fy-accent)" aria-label={t`Applied`} />
      </Progress.Root>
      <span>
        <Trans>
          {done} of {all} done
        </Trans>
      </span>
      {failed.map(({ name, why }) => (
        <Status key={name} tone="bad" strong>
          {name}: {why}
        </Status>
      ))}
    </div>
  );
}

function Row({ row, busy, onApply }: { row: OfferSpread; busy: boolean; onApply: () => void }) {
  const { t } = useLingui();
  const words = usePlanWords();
  const { workspace, pinned, newest, gained, lost } = row;
  const named = (keys: readonly string[]) =>
    keys.map((feature) => (isFeature(feature) ? words.feature(feature) : feature)).join(', ');
  const isBehind = pinned < newest;
  const [comes, goes] = [named(gained), named(lost)];
  return (
    <div className={classes.spread}>
      <span className={classes.spreadText}>
        <b translate="no">{workspace.name}</b>
        <span className={classes.hint}>
          <Trans>Has version {pinned}.</Trans> {comes ? <Trans>Gains {comes}.</Trans> : null}{' '}
          {goes ? <Trans>Loses {goes}.</Trans> : null}
        </span>
      </span>
      {isBehind ? (
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          aria-label={t`Apply to ${workspace.name}`}
          onClick={onApply}
        >
          <Trans>Apply</Trans>
        </Button>
      ) : (
        <Status tone="ok">
          <Trans>Up to date</Trans>
        </Status>
      )}
    </div>
  );
}
