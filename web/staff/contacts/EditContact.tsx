import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Contact } from '#contracts/schemas/contact.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { ContactFields } from './ContactFields.tsx';
import { MissingContact } from './MissingContact.tsx';
import { contactDetail, refreshContacts } from './queries.ts';
import { type ContactValues, isLeaving, toPatch, valuesOf } from './values.ts';
import { labelOf, useContactWords } from './words.ts';

export const route = createLazyRoute('/app/clients/$clientId/contacts/$contactId/edit')({
  component: EditContact,
});

function EditContact() {
  const { clientId, contactId } = route.useParams();
  const { workspaceId } = useHere();
  const navigate = useNavigate();
  const { data, isError, error, refetch } = useQuery(contactDetail(workspaceId, clientId, contactId));
  const close = () => void navigate({ to: '/clients/$clientId/contacts', params: { clientId } });
  if (data) return <Editor key={contactId} contact={data} onClose={close} />;
  return isError ? <MissingContact error={error} onRetry={() => void refetch()} onClose={close} /> : null;
}

function Editor({ contact: current, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const words = useContactWords();
  const base = useRef(current);
  const { clientId, id: contactId } = current;

  const form = useApiForm<ContactValues>({
    initial: valuesOf(base.current),
    place: (path) => ({ label: labelOf(words, path) }),
    check: ({ firstName }) => ({ firstName: firstName.trim() === '' ? t`Must not be blank` : null }),
    send: async (values) => {
      const body = toPatch(values, base.current);
      if (Object.keys(body).length > 0) {
        const { version } = base.current;
        const answer = await api.contacts.update({
          params: { workspaceId, clientId, contactId },
          body,
          ifMatch: version,
        });
        queryClient.setQueryData(contactDetail(workspaceId, clientId, contactId).queryKey, bodyOf(answer));
      }
      toast.ok(<Trans>{values.firstName} was saved</Trans>);
      void refreshContacts(workspaceId, clientId);
    },
    onError: (error) => {
      if (error.status !== 412) return false;
      void rebase(String(error.problem?.changedBy ?? ''));
      return true;
    },
  });
  const guard = useLeaveGuard(form.isDirty);

  /** The values typed stay; they now differ from what the other person saved, and are put over it knowingly. */
  const rebase = async (who: string) => {
    try {
      const detail = contactDetail(workspaceId, clientId, contactId);
      base.current = await queryClient.fetchQuery({ ...detail, staleTime: 0 });
      form.fail({ '': t`${who} changed this contact meanwhile. Save again to put your values over theirs.` });
    } catch (error) {
      form.explain(error);
    }
  };

  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Edit ${base.current.name}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save changes`}
      submitting={form.busy}
    >
      <ContactFields
        clientId={clientId}
        api={form}
        isPrimary={base.current.primary}
        isFirst={false}
        contactId={contactId}
        leaves={isLeaving(form.form.values, base.current)}
      />
    </DrawerForm>
  );
}
