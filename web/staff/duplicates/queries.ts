import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { DuplicateQuestion } from '#contracts/schemas/duplicate.ts';
import { isDomain } from '../clients/form/useClientCheck.ts';
import { api, bodyOf } from '../session/api.ts';

/** Fields as they stand in a form, blank while they are empty. */
export interface Asked {
  name?: string;
  website?: string;
  taxId?: string;
  emails?: string[];
}

/** Clients that share something with what is being entered. */
export function duplicatesOf(workspaceId: WorkspaceId, asked: Asked, except?: ClientId) {
  const body = questionOf(asked, except);
  return queryOptions({
    queryKey: [workspaceId, 'clients', 'duplicates', body],
    queryFn: async ({ signal }) =>
      body ? bodyOf(await api.duplicates.find({ params: { workspaceId }, body, signal })).data : [],
    enabled: body !== null,
  });
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What can be looked for already; null while that is nothing. */
function questionOf({ name = '', website = '', taxId = '', emails = [] }: Asked, except?: ClientId) {
  const whole = emails.map((email) => email.trim()).filter((email) => address.test(email));
  const traits: DuplicateQuestion = {
    ...(name.trim().length > 1 && { name: name.trim() }),
    ...(isDomain(website) && { website: website.trim() }),
    ...(taxId.trim().length > 3 && { taxId: taxId.trim() }),
    ...(whole.length > 0 && { emails: whole }),
  };
  return Object.keys(traits).length > 0 ? { ...traits, ...(except && { except }) } : null;
}
