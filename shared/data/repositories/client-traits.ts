import type { Client } from '#contracts/schemas/client.ts';
import { type Trait, traitsOf } from '#domain/client-traits.ts';
import type { DuplicateReader } from '#domain/duplicates.ts';
import { put, remove, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { ClientTrait } from '../entities/client-trait.ts';
import { ContactEmailGuard } from '../entities/contact-email.ts';
import { hashOf } from '../keys.ts';

/** As many as are looked at of those who share one thing; a warning shows a few of them. */
const PAGE = 8;

export function duplicateRepository({ client, table, workspaceId }: Db): DuplicateReader {
  const options = { client, table, limit: PAGE };
  return {
    /** One query of an index: the guards of e-mail addresses have their own. */
    async sharing({ kind, value }) {
      const hash = hashOf(value);
      const { data } =
        kind === 'email'
          ? await ContactEmailGuard.query.sharing({ workspaceId, emailHash: hash }).go(options)
          : await ClientTrait.query.sharing({ workspaceId, kind, hash }).go(options);
      return data.map(({ row }) => row.clientId);
    },
  };
}

/** What a client can be known again by from now on, and no longer. */
export function changeTraits({ table, workspaceId }: Db, before: Client | null, after: Client): Write[] {
  const key = ({ kind, value }: Trait) => ({
    workspaceId,
    clientId: after.id,
    kind,
    hash: hashOf(value),
  });
  const [had, has] = [before ? traitsOf(before) : [], traitsOf(after)];
  const isIn = (traits: Trait[], { kind, value }: Trait) =>
    traits.some((other) => other.kind === kind && other.value === value);
  return [
    ...had
      .filter((trait) => !isIn(has, trait))
      .map((trait) => remove(ClientTrait.delete(key(trait)).params({ table }))),
    ...has
      .filter((trait) => !isIn(had, trait))
      .map((trait) => put(ClientTrait.put({ ...key(trait), row: { clientId: after.id } }).params({ table }))),
  ];
}
