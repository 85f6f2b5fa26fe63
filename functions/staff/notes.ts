import { notes } from '#contracts/routes/notes.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { contactRepository } from '#data/repositories/contacts.ts';
import { noteRepository } from '#data/repositories/notes.ts';
import * as Notes from '#domain/notes.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: notes,
  audience: staff,
  tools: {
    ...tableOf({ notes: noteRepository, clients: clientRepository, contacts: contactRepository }),
  },
  handlers: {
    list: (context) => Notes.list(context, context.params.clientId, context.page),
    ofContact: ({ params, page, ...context }) =>
      Notes.ofContact(context, params.clientId, params.contactId, page),
    create: (context) => Notes.create(context, context.params.clientId, context.body),
    get: ({ params, ...context }) => Notes.get(context, params.clientId, params.noteId),
    update: ({ params, body, expected, ...context }) =>
      Notes.update(context, params.clientId, params.noteId, body, expected),
    remove: async ({ params, expected, ...context }) => {
      await Notes.remove(context, params.clientId, params.noteId, expected);
      return undefined;
    },
  },
});
