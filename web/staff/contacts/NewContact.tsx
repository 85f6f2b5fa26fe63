import { Trans, useLingui } from '@lingui/react/macro';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { ContactFields } from './ContactFields.tsx';
import { refreshContacts } from './queries.ts';
import { useContacts } from './useContacts.ts';
import { type ContactValues, emptyContact, toCreate } from './values.ts';
import { labelOf, useContactWords } from './words.ts';

export const route = createLazyRoute('/app/clients/$clientId/contacts/new')({ component: NewContact });

function NewContact() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { clientId } = route.useParams();
  const { workspaceId } = useHere();
  const words = useContactWords();
  const { people: everybody } = useContacts(clientId);

  const form = useApiForm<ContactValues>({
    initial: emptyContact,
    place: (path) => ({ label: labelOf(words, path) }),
    check: ({ firstName }) => ({ firstName: firstName.trim() === '' ? t`Must not be blank` : null }),
    send: async (values, idempotencyKey) => {
      const answer = await api.contacts.create({
        params: { workspaceId, clientId },
        body: toCreate(values),
        idempotencyKey,
      });
      toast.ok(<Trans>{bodyOf(answer).name} was added</Trans>);
      void refreshContacts(workspaceId, clientId);
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const close = () => void navigate({ to: '/clients/$clientId/contacts', params: { clientId } });

  return (
    <DrawerForm
      opened
      onClose={close}
      guard={guard}
      title={t`New contact`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(close)}
      submitLabel={t`Save contact`}
      submitting={form.busy}
    >
      <ContactFields clientId={clientId} api={form} isPrimary={false} isFirst={everybody?.length === 0} />
    </DrawerForm>
  );
}
