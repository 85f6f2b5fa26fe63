import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { StatusPill } from '#ui/StatusPill.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useDraft, useKeptDraft } from '../forms/useDraft.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { LimitReached, type Reached, reachedIn } from '../plan/LimitReached.tsx';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { ClientDrawer } from './form/ClientDrawer.tsx';
import { placeOf, useClientWords } from './form/fields.ts';
import { useClientCheck } from './form/useClientCheck.ts';
import { useFreeCodes } from './form/useFreeCodes.ts';
import { type ClientValues, emptyClient, toCreate } from './form/values.ts';
import { keepClient } from './queries.ts';

export const route = createLazyRoute('/app/clients/new')({ component: NewClient });

function NewClient() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { workspaceId } = useHere();
  const words = useClientWords();
  const codes = useFreeCodes();
  const [round, setRound] = useState(0);
  const [reached, setReached] = useState<Reached | null>(null);

  const draft = useDraft('client', emptyClient, ['taxId']);
  const form = useApiForm<ClientValues>({
    initial: draft.initial,
    place: (path, values) => placeOf(words, values, path),
    check: useClientCheck(),
    onError: (error) => {
      const limit = reachedIn(error);
      setReached(limit);
      if (limit) form.fail({ '': t`The plan allows no more clients.` });
      if (limit) return true;
      const text = codes.read(error);
      if (text) form.fail({ code: text });
      return text !== null;
    },
    send: async (values, idempotencyKey) => {
      const created = bodyOf(
        await api.clients.create({ params: { workspaceId }, body: toCreate(values), idempotencyKey }),
      );
      draft.forget();
      keepClient(workspaceId, created);
      toast.ok(<Trans>{created.name} was created</Trans>, {
        action: {
          label: t`Open`,
          run: () => void navigate({ to: '/clients/$clientId', params: { clientId: created.id } }),
        },
      });
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  useKeptDraft({ values: form.form.values, isDirty: form.isDirty, draft });

  /** Back to the list as it was, with its filters. */
  const close = () => void navigate({ to: '/clients', search: (old) => old });
  const another = () => {
    draft.forget();
    form.restart(emptyClient);
    codes.clear();
    setReached(null);
    setRound(round + 1);
  };

  return (
    <ClientDrawer
      key={round}
      api={form}
      isNew
      freeCodes={codes.free}
      title={t`New client`}
      notice={reached ? <LimitReached {...reached} /> : null}
      badge={
        <StatusPill tone="warn">
          <Trans>Starts as Pending</Trans>
        </StatusPill>
      }
      note={
        draft.note ? (
          <>
            {draft.note}{' '}
            <Button variant="subtle" size="compact-xs" onClick={another}>
              <Trans>Start over</Trans>
            </Button>
          </>
        ) : undefined
      }
      onClose={close}
      guard={guard}
      onSubmit={() => void form.submit(close)}
      submitLabel={t`Save client`}
      secondary={
        <Button variant="default" disabled={form.busy} onClick={() => void form.submit(another)}>
          <Trans>Save and add another</Trans>
        </Button>
      }
    />
  );
}
