import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Client } from '#contracts/schemas/client.ts';
import { StatusPill } from '#ui/StatusPill.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { ClientDrawer } from '../clients/form/ClientDrawer.tsx';
import { placeOf, useClientWords } from '../clients/form/fields.ts';
import { useClientCheck } from '../clients/form/useClientCheck.ts';
import { useFreeCodes } from '../clients/form/useFreeCodes.ts';
import { type ClientValues, emptyClient, toCreate } from '../clients/form/values.ts';
import { keepClient } from '../clients/queries.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { LimitReached, type Reached, reachedIn } from '../plan/LimitReached.tsx';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshFamilies } from './queries.ts';

/** Creates a client below another one. */
export function SubsidiaryDrawer({ parent, onClose }: { parent: Client; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { workspaceId } = useHere();
  const words = useClientWords();
  const codes = useFreeCodes();
  const [reached, setReached] = useState<Reached | null>(null);

  const form = useApiForm<ClientValues>({
    initial: emptyClient,
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
        await api.family.addBelow({
          params: { workspaceId, clientId: parent.id },
          body: toCreate(values),
          idempotencyKey,
        }),
      );
      keepClient(workspaceId, created);
      void refreshFamilies(workspaceId);
      toast.ok(
        <Trans>
          {created.name} was created below {parent.name}
        </Trans>,
        {
          action: {
            label: t`Open`,
            run: () => void navigate({ to: '/clients/$clientId', params: { clientId: created.id } }),
          },
        },
      );
    },
  });
  const guard = useLeaveGuard(form.isDirty);

  return (
    <ClientDrawer
      api={form}
      isNew
      freeCodes={codes.free}
      title={t`New subsidiary of ${parent.name}`}
      notice={
        reached ? (
          <LimitReached {...reached} />
        ) : (
          <Strip tone="info">
            <Trans>Whoever sees one of the two does not see the other for it.</Trans>
          </Strip>
        )
      }
      badge={
        <StatusPill tone="warn">
          <Trans>Starts as Pending</Trans>
        </StatusPill>
      }
      onClose={onClose}
      guard={guard}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save subsidiary`}
    />
  );
}
