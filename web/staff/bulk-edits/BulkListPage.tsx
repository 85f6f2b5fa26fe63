import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { BulkEdit } from '#contracts/schemas/bulk-edit.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { Link } from '#ui/Link.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { SideDrawer } from '#ui/SideDrawer.tsx';
import { Status } from '#ui/Status.tsx';
import { useHere } from '../session/me.ts';
import classes from './bulk-edits.module.css';
import { bulkEditList } from './queries.ts';
import { useBulkWords } from './words.ts';

export const route = createLazyRoute('/app/clients/bulk-edits')({ component: BulkListPage });

/** One's own bulk edits of the last days: where one finds them to look again, or to take one back. */
function BulkListPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { workspaceId } = useHere();
  const { data, isError, error, refetch } = useQuery(bulkEditList(workspaceId));
  return (
    <SideDrawer
      opened
      title={t`Recent bulk changes`}
      onClose={() => void navigate({ to: '/clients', search: (old) => old })}
    >
      {isError && !data ? (
        <EmptyState
          kind="error"
          title={t`Your bulk changes could not be read`}
          traceId={traceIdOf(error)}
          onRetry={() => void refetch()}
        />
      ) : !data ? (
        <Skeleton height={140} radius={8} aria-busy="true" />
      ) : data.length === 0 ? (
        <p className={classes.text}>
          <Trans>
            None in the last seven days. Tick clients in the list to change their status, owner or tags all at
            once.
          </Trans>
        </p>
      ) : (
        <ul className={classes.lines}>
          {data.map((edit) => (
            <li key={edit.id}>
              <Entry edit={edit} />
            </li>
          ))}
        </ul>
      )}
    </SideDrawer>
  );
}

function Entry({ edit }: { edit: BulkEdit }) {
  const words = useBulkWords();
  const { tone, label } = words.state(edit.state);
  return (
    <>
      <span className={classes.entry}>
        <Link href={`/clients/bulk-edits/${edit.id}`}>{words.change(edit.change, edit.ownerName)}</Link>
        <span className={classes.dim}>
          <Plural value={edit.tally.ok} one="# client changed" other="# clients changed" />
        </span>
      </span>
      <span className={classes.entryEnd}>
        <Status tone={tone}>{label}</Status>
        <RelTime at={edit.createdAt} />
      </span>
    </>
  );
}
