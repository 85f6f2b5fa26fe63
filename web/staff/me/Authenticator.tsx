import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '#ui/Card.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { Status } from '#ui/Status.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import classes from './me.module.css';
import { totpQuery } from './queries.ts';
import { SetUpAuthenticator } from './SetUpAuthenticator.tsx';

/** The second factor: whether there is one, the way to it, and the way back. */
export function Authenticator() {
  const { t, i18n } = useLingui();
  const totp = useQuery(totpQuery);
  const begin = useMutation({
    mutationFn: async () => bodyOf(await api.staffTotp.begin({})),
    onError: (error) => toast.fail(errorText(i18n, error)),
    // A secret is nothing to keep around.
    gcTime: 0,
  });
  const isOn = totp.data?.enabled;

  return (
    <Card
      title={t`Authenticator`}
      action={
        totp.data ? (
          <Status tone={isOn ? 'ok' : 'idle'}>{isOn ? <Trans>On</Trans> : <Trans>Off</Trans>}</Status>
        ) : null
      }
    >
      {totp.data ? (
        <div className={classes.part}>
          <p className={classes.explain}>
            {isOn ? (
              <Trans>Besides your password, signing in asks for a code from your authenticator app.</Trans>
            ) : (
              <Trans>
                A stolen password alone then opens nothing: signing in also asks for a code from an app on
                your phone.
              </Trans>
            )}
          </p>
          {begin.data ? (
            <SetUpAuthenticator begun={begin.data} onEnd={begin.reset} />
          ) : isOn ? (
            <Removing />
          ) : (
            <div>
              <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
                <Trans>Set up</Trans>
              </Button>
            </div>
          )}
        </div>
      ) : totp.error ? (
        <EmptyState
          kind="error"
          order={3}
          title={t`The state of your authenticator did not arrive`}
          traceId={traceIdOf(totp.error)}
          onRetry={() => void totp.refetch()}
          retrying={totp.isFetching}
        />
      ) : (
        <div className={classes.part} aria-busy="true">
          <Skeleton height={20} data-skeleton />
          <Skeleton height={32} width={92} data-skeleton />
        </div>
      )}
    </Card>
  );
}

function Removing() {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.staffTotp.remove({}),
    onSuccess: () => {
      queryClient.setQueryData(totpQuery.queryKey, { enabled: false });
      toast.ok(<Trans>The authenticator is off</Trans>);
    },
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => setAsking(false),
  });
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Remove</Trans>
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Remove the authenticator?`}
        closeButtonProps={{ 'aria-label': t`Close` }}
        size={400}
      >
        <p className={classes.explain}>
          <Trans>Your password alone will open your account again.</Trans>
        </p>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            <Trans>Cancel</Trans>
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            <Trans>Remove</Trans>
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
