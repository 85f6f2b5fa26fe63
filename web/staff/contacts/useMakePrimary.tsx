import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshContacts } from './queries.ts';

/** Hands the place of the primary contact to another person. */
export function useMakePrimary(clientId: ClientId) {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const { mutate } = useMutation({
    mutationFn: ({ id, version }: Contact) =>
      api.contacts.update({
        params: { workspaceId, clientId, contactId: id },
        body: { primary: true },
        ifMatch: version,
      }),
    onSuccess: (_, { name }) => toast.ok(<Trans>{name} is the primary contact now</Trans>),
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => refreshContacts(workspaceId, clientId),
  });
  return (contact: Contact) => mutate(contact);
}
