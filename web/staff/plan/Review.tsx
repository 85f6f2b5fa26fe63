import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import { PARKED_DAYS } from '#contracts/modules.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { useFormats } from '#ui/formats.ts';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import type { Wish } from './change.ts';
import { Effects } from './Effects.tsx';
import classes from './plan.module.css';
import { keepPlan, simulationOf, workspacePlan } from './queries.ts';

const DAY_MS = 24 * 60 * 60_000;

interface ReviewProps {
  wish: Wish;
  /** The state of the plan that the change is based on. */
  version: number;
  onClose: () => void;
}

/** What a change does, before it is done: nothing is saved that was not seen here. */
export function Review({ wish, version, onClose }: ReviewProps) {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const effects = useQuery(simulationOf(workspaceId, wish.change));
  const [problem, setProblem] = useState<{ text: string; attempt: number }>();

  const save = useMutation({
    mutationFn: async () =>
      bodyOf(
        await api.workspacePlan.update({ params: { workspaceId }, body: wish.change, ifMatch: version }),
      ),
    onSuccess: (plan) => {
      keepPlan(workspaceId, plan);
      toast.ok(<Trans>Saved: {wish.title}</Trans>);
      onClose();
    },
    onError: (error) => {
      setProblem({ text: errorText(i18n, error), attempt: (problem?.attempt ?? 0) + 1 });
      // The ground has moved: plan and effects are read anew, and looked at again before a second try.
      if (!(error instanceof ApiError) || error.status === 0) return;
      void queryClient.invalidateQueries(workspacePlan(workspaceId));
      void effects.refetch();
    },
  });

  const failed = effects.isError ? errorText(i18n, effects.error) : undefined;
  const message = problem?.text ?? failed;
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={null}
      title={wish.title}
      problems={message ? [{ message }] : []}
      attempt={problem?.attempt ?? 0}
      onSubmit={() => (effects.data ? save.mutate() : void effects.refetch())}
      submitLabel={wish.submitLabel}
      submitting={save.isPending || effects.isFetching}
    >
      <Keeping wish={wish} />
      {effects.data ? (
        <Effects effects={effects.data} />
      ) : effects.isError ? null : (
        <div className={classes.part} aria-busy="true">
          <Skeleton height={12} width="50%" />
          <Skeleton height={12} mt={10} />
          <Skeleton height={12} mt={10} width="80%" />
        </div>
      )}
    </DrawerForm>
  );
}

/** What becomes of the data. */
function Keeping({ wish: { module } }: { wish: Wish }) {
  const { locale, timeZone } = useFormats();
  if (!module) {
    return (
      <p className={classes.text}>
        <Trans>
          Nothing is deleted by a change of plan. What is not part of it is hidden until it is again.
        </Trans>
      </p>
    );
  }
  if (module.to === 'parked') {
    const end = new Date(Date.now() + PARKED_DAYS * DAY_MS);
    const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(end);
    return (
      <Strip tone="warn">
        <Trans>
          Everything in it is put away and read by nobody. It is kept until {until}, and comes back as it was
          when you restore the module before.
        </Trans>
      </Strip>
    );
  }
  if (module.to === 'disabled') {
    return (
      <p className={classes.text}>
        <Trans>Its pages, buttons and routes disappear for everybody. What is in it stays.</Trans>
      </p>
    );
  }
  return null;
}
