import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Offer } from '#contracts/schemas/plan.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { offersQuery } from '../plan/queries.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { OfferFields } from './OfferFields.tsx';
import { refreshOperated, spreadOf } from './queries.ts';
import { useOfferForm } from './useOfferForm.ts';
import { toChange, valuesOf } from './values.ts';

export const route = createLazyRoute('/operator/offers/$kind/$key/edit')({ component: EditOffer });

const find = (offers: readonly Offer[] | undefined, { kind, key }: Pick<Offer, 'kind' | 'key'>) =>
  offers?.find((one) => one.kind === kind && one.key === key);

function EditOffer() {
  const offer = find(useQuery(offersQuery).data, route.useParams());
  return offer ? <Editor key={offer.key} offer={offer} /> : null;
}

function Editor({ offer: current }: { offer: Offer }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const base = useRef(current);
  const { kind, key } = current;

  const form = useOfferForm({
    initial: valuesOf(base.current),
    send: async (values) => {
      const params = { kind, key };
      const { version } = bodyOf(
        await api.operator.putOffer({ params, body: toChange(values), ifMatch: base.current.version }),
      );
      toast.ok(
        <Trans>
          {values.name} is at version {version}
        </Trans>,
      );
      await refreshOperated();
    },
    onError: (error) => {
      if (error.status !== 412) return false;
      void rebase();
      return true;
    },
  });
  const guard = useLeaveGuard(form.isDirty);

  /** The values typed stay; they are put over the other version knowingly. */
  const rebase = async () => {
    try {
      const offers = await queryClient.fetchQuery({ ...offersQuery, staleTime: 0 });
      base.current = find(offers, { kind, key }) ?? base.current;
      form.fail({
        '': t`Another operator changed this meanwhile. Save again to put your values over theirs.`,
      });
    } catch (error) {
      form.explain(error);
    }
  };

  const close = () => void navigate({ to: '/operator/offers/$kind/$key', params: { kind, key } });

  return (
    <DrawerForm
      opened
      onClose={close}
      guard={guard}
      title={t`Edit ${base.current.name}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(close)}
      submitLabel={t`Save as a new version`}
      submitting={form.busy}
    >
      <Affected offer={base.current} />
      <OfferFields api={form} kind={kind} isNew={false} />
    </DrawerForm>
  );
}

const NAMED = 3;

/** Whom a change would reach once it is applied; said before anything is saved. */
function Affected({ offer: { kind, key } }: { offer: Offer }) {
  const { data } = useQuery(spreadOf(kind, key));
  if (!data) return <Strip tone="info">…</Strip>;
  const names = data.slice(0, NAMED).map(({ workspace }) => workspace.name);
  return (
    <Strip tone="info">
      <Plural
        value={data.length}
        _0="No workspace has it."
        one="# workspace has it:"
        other="# workspaces have it:"
      />{' '}
      <span translate="no">{names.join(', ')}</span>
      {data.length > NAMED ? '…' : ''}{' '}
      {data.length > 0 ? <Trans>Each keeps its version until you apply this one to it.</Trans> : null}
    </Strip>
  );
}
