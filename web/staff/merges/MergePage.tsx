import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { MergePreview } from '#contracts/schemas/merge.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import { MergeEffects } from './MergeEffects.tsx';
import { type Choices, MergeFields } from './MergeFields.tsx';
import { MergePicker } from './MergePicker.tsx';
import { MergeStage } from './MergeStage.tsx';
import classes from './merges.module.css';
import { keepMerge, mergePreview } from './queries.ts';
import { useMergeWords } from './words.ts';

export const route = createLazyRoute('/app/clients/merge')({ component: MergePage });

/** Two clients that are one: which of them stays, with which of their values, and what comes of it. */
function MergePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { keep, lose, merge } = route.useSearch();
  const go = (search: { keep: ClientId; lose: ClientId }) =>
    void navigate({ to: '/clients/merge', search, replace: true });
  return (
    <div className={classes.page}>
      <PageHead
        title={t`Merge clients`}
        crumbs={[{ label: t`Clients`, href: '/clients' }, { label: t`Merge` }]}
      />
      <div className={classes.body}>
        {!keep ? (
          <EmptyState kind="no-match" title={t`No client is chosen`}>
            <Trans>Open a client and choose “Merge with…” there.</Trans>
          </EmptyState>
        ) : merge ? (
          <MergeStage clientId={keep} mergeId={merge} />
        ) : lose ? (
          <Comparison
            key={`${keep} ${lose}`}
            keep={keep}
            lose={lose}
            onSwap={() => go({ keep: lose, lose: keep })}
          />
        ) : (
          <MergePicker keep={keep} onPick={(picked) => go({ keep, lose: picked })} />
        )}
      </div>
    </div>
  );
}

interface ComparisonProps {
  keep: ClientId;
  lose: ClientId;
  onSwap: () => void;
}

function Comparison({ keep, lose, onSwap }: ComparisonProps) {
  const { workspaceId } = useHere();
  const { data: preview, isError, error, refetch } = useQuery(mergePreview(workspaceId, keep, lose));
  const [choices, setChoices] = useState<Choices>({});
  const merged = useRef(false);
  const guard = useLeaveGuard(() => !merged.current && Object.keys(choices).length > 0);
  if (isError && !preview) {
    return <QueryError error={error} onRetry={() => void refetch()} permission="clients.merge" />;
  }
  if (!preview) {
    return (
      <div className={classes.stage} aria-busy="true">
        <Skeleton height={18} width="50%" />
        <Skeleton height={220} />
      </div>
    );
  }
  return (
    <>
      {guard}
      <section className={classes.which}>
        <p className={classes.figure}>
          <Trans>
            <b>{preview.loser.name}</b> becomes part of <b>{preview.survivor.name}</b>.
          </Trans>
        </p>
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={16} stroke={1.7} aria-hidden="true" />}
          onClick={onSwap}
        >
          <Trans>Swap which one stays</Trans>
        </Button>
      </section>
      <Blocks preview={preview} />
      <div className={classes.split}>
        <section aria-labelledby="merge-fields">
          <h2 id="merge-fields" className={classes.heading}>
            <Trans>What is kept of the two records</Trans>
          </h2>
          <MergeFields
            preview={preview}
            choices={choices}
            onChoose={(field, side) => setChoices((old) => ({ ...old, [field]: side }))}
          />
        </section>
        <MergeEffects preview={preview} />
      </div>
      <MergeFoot preview={preview} choices={choices} merged={merged} onStale={() => void refetch()} />
    </>
  );
}

function Blocks({ preview }: { preview: MergePreview }) {
  const words = useMergeWords();
  return preview.blocks.map(({ block }) => (
    <Strip key={block} tone="bad">
      {words.block(block)}
    </Strip>
  ));
}

interface MergeFootProps {
  preview: MergePreview;
  choices: Choices;
  /** Set once nothing is left to be lost. */
  merged: RefObject<boolean>;
  onStale: () => void;
}

/** The step itself: open once nothing is in its way, and everything that must be is chosen. */
function MergeFoot({ preview, choices, merged, onStale }: MergeFootProps) {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const navigate = useNavigate();
  const { survivor, loser, fields, blocks } = preview;
  const left = fields.filter(({ field, mustChoose }) => mustChoose && !choices[field]).length;
  const { mutate, isPending } = useMutation({
    mutationFn: async () =>
      bodyOf(
        await api.merges.create({
          params: { workspaceId, clientId: survivor.id },
          body: {
            loserId: loser.id,
            versions: { survivor: survivor.version, loser: loser.version },
            choices,
          },
          idempotencyKey: crypto.randomUUID(),
        }),
      ),
    onSuccess: (merge) => {
      merged.current = true;
      keepMerge(workspaceId, merge);
      // Its record is a pointer from now on.
      queryClient.removeQueries({ queryKey: [workspaceId, 'clients', 'detail', loser.id] });
      const search = { keep: survivor.id, lose: loser.id, merge: merge.id };
      void navigate({ to: '/clients/merge', search, replace: true });
    },
    onError: (error) => {
      toast.fail(errorText(i18n, error));
      if (error instanceof ApiError) onStale();
    },
  });
  return (
    <footer className={classes.foot}>
      <Button disabled={left > 0 || blocks.length > 0} loading={isPending} onClick={() => mutate()}>
        <Trans>Merge into {survivor.name}</Trans>
      </Button>
      <span className={classes.text} role="status">
        {blocks.length > 0 ? (
          <Trans>These two cannot be merged as they are.</Trans>
        ) : left > 0 ? (
          <Plural
            value={left}
            one="Choose whose is kept in # field first."
            other="Choose whose is kept in # fields first."
          />
        ) : (
          <Trans>You can undo it for 30 days.</Trans>
        )}
      </span>
    </footer>
  );
}
