import { Trans, useLingui } from '@lingui/react/macro';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { api } from '../session/api.ts';
import { OfferFields } from './OfferFields.tsx';
import { refreshOperated } from './queries.ts';
import { useOfferForm } from './useOfferForm.ts';
import { emptyOffer, toChange } from './values.ts';

export const route = createLazyRoute('/operator/offers/new/$kind')({ component: NewOffer });

function NewOffer() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { kind } = route.useParams();

  const form = useOfferForm({
    initial: emptyOffer,
    send: async (values) => {
      const { key } = values;
      // Version 0: nobody may have made one of this key meanwhile.
      await api.operator.putOffer({ params: { kind, key }, body: toChange(values), ifMatch: 0 });
      toast.ok(<Trans>{values.name} is sold from now on</Trans>);
      void refreshOperated();
    },
    onError: ({ code }) => {
      if (code === 'version_conflict') form.fail({ key: t`Another one has this key already` });
      return code === 'version_conflict';
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const close = () => void navigate({ to: '/operator/offers' });

  return (
    <DrawerForm
      opened
      onClose={close}
      guard={guard}
      title={kind === 'plan' ? t`New plan` : t`New add-on`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(close)}
      submitLabel={t`Save`}
      submitting={form.busy}
    >
      <OfferFields api={form} kind={kind} isNew />
    </DrawerForm>
  );
}
