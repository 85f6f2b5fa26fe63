import type { ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';
import { LONGEST_NOTE } from '#contracts/note-kinds.ts';
import type { givenWorkspace } from '../support/given.ts';
import type { Sample } from './access-samples.ts';

/** Calls of the routes of notes at their worst: pages that are full, of notes of full length. */
export function noteSamples(
  given: () => Awaited<ReturnType<typeof givenWorkspace>>,
  at: () => { workspaceId: WorkspaceId; clientId: ClientId },
): Record<string, () => Promise<Sample>> {
  const body = 'n'.repeat(LONGEST_NOTE);
  let contactId: ContactId | undefined;
  const contact = async () => {
    contactId ??= (await given().api.contacts.list({ params: at() })).data?.data[0]?.id;
    if (!contactId) throw new Error('no contact');
    return contactId;
  };
  const write = async () => {
    const about = await contact();
    const { data } = await given().api.notes.create({
      params: at(),
      body: { kind: 'call', body, contactId: about },
    });
    return data?.id ?? '';
  };
  const fill = () => Promise.all(Array.from({ length: 50 }, write));

  return {
    'notes.list': async () => {
      await fill();
      return {};
    },
    'notes.ofContact': async () => ({ params: { contactId: await contact() } }),
    'notes.create': async () => ({ body: { kind: 'call', body, contactId: await contact() } }),
    'notes.get': async () => ({ params: { noteId: await write() } }),
    'notes.update': async () => {
      const noteId = await write();
      const { data } = await given().api.contacts.list({ params: at() });
      const other = data?.data.find(({ id }) => id !== contactId)?.id;
      return { params: { noteId }, ifMatch: 1, body: { body: `${body.slice(1)}!`, contactId: other } };
    },
    'notes.remove': async () => ({ params: { noteId: await write() }, ifMatch: 1 }),
  };
}
