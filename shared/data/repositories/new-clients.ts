import type { NewClientWriter } from '#domain/new-clients.ts';
import type { Db } from '../db.ts';
import * as Clients from './clients.ts';
import { creation as contactCreation } from './contact-writes.ts';

export const newClientRepository = (db: Db): NewClientWriter => ({
  async create(client, contact, answer) {
    const first = contact ? contactCreation(db, contact) : [];
    await db.commit([...Clients.creation(db, client), ...first], answer);
  },
});
