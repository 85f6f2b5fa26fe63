import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Status } from '#ui/Status.tsx';
import { useStatusWord } from './status.ts';

/** What a client is, where there is none yet. */
export function FirstClient({ action, more }: { action: ReactNode; more: ReactNode }) {
  const { t } = useLingui();
  const { tone, label } = useStatusWord()('pending');
  const sample = <Status tone={tone}>{label}</Status>;
  if (!action) {
    return (
      <EmptyState kind="first-use" title={t`No clients yet`} sample={sample}>
        <Trans>Clients that you own will stand here.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState kind="first-use" title={t`Add your first client`} sample={sample} action={action} more={more}>
      <Trans>
        A client holds its people, its facts and everything that happens with it in one place. It starts as
        Pending, and nobody outside sees it.
      </Trans>
    </EmptyState>
  );
}
