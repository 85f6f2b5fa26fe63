import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { SideDrawer } from '#ui/SideDrawer.tsx';
import { StatusPill } from '#ui/StatusPill.tsx';
import { useHere } from '../session/me.ts';
import { BulkFoot, BulkFootEnd } from './BulkFoot.tsx';
import { BulkPreview } from './BulkPreview.tsx';
import { BulkProgress } from './BulkProgress.tsx';
import { BulkResult } from './BulkResult.tsx';
import classes from './bulk-edits.module.css';
import { bulkEdit } from './queries.ts';
import { useBulkWords } from './words.ts';

export const route = createLazyRoute('/app/clients/bulk-edits/$bulkEditId')({ component: BulkEditPage });

/** A change of many clients, from its preview to its result; its address finds it again after a reload. */
function BulkEditPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const words = useBulkWords();
  const { workspaceId } = useHere();
  const { bulkEditId } = route.useParams();
  const { data: edit, isError, error, refetch } = useQuery(bulkEdit(workspaceId, bulkEditId));
  const close = () => void navigate({ to: '/clients', search: (old) => old });

  if (!edit) {
    return (
      <SideDrawer opened title={t`Bulk change`} onClose={close}>
        {isError ? (
          <EmptyState
            kind="error"
            title={t`This bulk change could not be read`}
            traceId={traceIdOf(error)}
            onRetry={() => void refetch()}
          />
        ) : (
          <div className={classes.stack} aria-busy="true">
            <Skeleton height={18} width="60%" />
            <Skeleton height={12} />
            <Skeleton height={12} width="80%" />
          </div>
        )}
      </SideDrawer>
    );
  }
  const state = words.state(edit.state);
  return (
    <SideDrawer
      opened
      title={words.change(edit.change, edit.ownerName)}
      head={<StatusPill tone={state.tone}>{state.label}</StatusPill>}
      onClose={close}
      foot={<BulkFoot edit={edit} onClose={close} />}
      footEnd={
        edit.state === 'failed' || edit.state === 'undone' ? (
          <Button onClick={close}>
            <Trans>Close</Trans>
          </Button>
        ) : (
          <BulkFootEnd edit={edit} onClose={close} />
        )
      }
    >
      {edit.state === 'ready' || edit.state === 'failed' ? (
        <BulkPreview edit={edit} />
      ) : edit.finishedAt === null || edit.state === 'undoing' ? (
        <BulkProgress edit={edit} />
      ) : (
        <BulkResult edit={edit} />
      )}
    </SideDrawer>
  );
}
