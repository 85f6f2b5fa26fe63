import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CopyButton, Group, Skeleton, UnstyledButton } from '@mantine/core';
import { Suspense } from 'react';
import type { ResponseOf } from '#contracts/route.ts';
import type { routes } from '#contracts/routes.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { queryClient } from '../queryClient.ts';
import { api } from '../session/api.ts';
import { CodeField } from '../session/CodeField.tsx';
import { FirstProblem } from '../session/FirstProblem.tsx';
import classes from './me.module.css';
import { totpQuery } from './queries.ts';

/** Drawing the code weighs as much as the page, and is wanted once in the life of an account. */
const QrCode = onDemand(async () => (await import('./QrCode.tsx')).QrCode);

export type Begun = ResponseOf<(typeof routes)['staffTotp']['begin']>;

/** Four letters at a time are easier to type from one screen into another. */
const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** A new secret, on the way into an authenticator app; it counts once a code of it came back. */
export function SetUpAuthenticator({ begun, onEnd }: { begun: Begun; onEnd: () => void }) {
  const { t } = useLingui();
  const form = useApiForm({
    initial: { code: '' },
    place: () => ({ label: t`Code from the app` }),
    check: ({ code }) => ({
      code: /^\d{6}$/.test(code) ? null : t`Six digits, as the app shows them`,
    }),
    send: async ({ code }) => void (await api.staffTotp.verify({ body: { code } })),
    onError: (error) => {
      if (!error.errors.some((field) => field.code === 'wrong_code')) return false;
      form.fail({ code: t`This is not the code that the app shows now. Enter the newest one.` });
      return true;
    },
  });
  const done = () => {
    queryClient.setQueryData(totpQuery.queryKey, { enabled: true });
    toast.ok(<Trans>The authenticator is on</Trans>);
    onEnd();
  };

  return (
    <form
      className={classes.setUp}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(done);
      }}
    >
      <Suspense fallback={<Skeleton className={classes.qr} />}>
        <QrCode text={begun.uri} label={t`QR code for an authenticator app`} />
      </Suspense>
      <div className={classes.steps}>
        <p>
          <Trans>Scan this with an authenticator app on your phone, or type the key into it:</Trans>
        </p>
        <p className={classes.secret}>
          <span data-testid="totp-secret">{inGroups(begun.secret)}</span>
          <CopyButton value={begun.secret}>
            {({ copied, copy }) => (
              <UnstyledButton className="fy-link" onClick={copy}>
                {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
              </UnstyledButton>
            )}
          </CopyButton>
        </p>
        <FirstProblem problems={form.problems} attempt={form.attempt} />
        <CodeField {...form.field('code')} label={t`Code from the app`} autoFocus />
        <Group gap="xs">
          <Button type="submit" loading={form.busy}>
            <Trans>Turn on</Trans>
          </Button>
          <Button variant="default" onClick={onEnd}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </div>
    </form>
  );
}
