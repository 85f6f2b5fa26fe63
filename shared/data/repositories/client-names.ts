import { Refusal } from '#contracts/errors.ts';
import type { BrandId, ClientId, ProjectId } from '#contracts/ids.ts';
import { bareName } from '#domain/names.ts';
import { put, remove, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { ClientNameGuard, type NamedKind } from '../entities/client-name.ts';
import { hashOf } from '../keys.ts';

interface Named {
  id: ProjectId | BrandId;
  clientId: ClientId;
  name: string;
}

/** Takes a new name and gives the old one back; another case of the own name is the same name. */
export function holdName(
  { table, workspaceId }: Db,
  kind: NamedKind,
  before: Named | null,
  after: Named | null,
): Write[] {
  const keyOf = ({ clientId, name }: Named) => ({ workspaceId, clientId, kind, nameHash: nameHashOf(name) });
  const [held, wanted] = [before && keyOf(before), after && keyOf(after)];
  if (held?.nameHash === wanted?.nameHash) return [];
  const taken = () => {
    const message = `is already in use by another ${kind} of this client`;
    return new Refusal('name_taken', { errors: [{ pointer: '/name', code: 'name_taken', message }] });
  };
  return [
    ...(held ? [remove(ClientNameGuard.delete(held).params({ table }))] : []),
    ...(after && wanted
      ? [put(ClientNameGuard.create({ ...wanted, holderId: after.id }).params({ table }), taken)]
      : []),
  ];
}

/** A name in a key, without its case. */
export const nameHashOf = (name: string) => hashOf(bareName(name));
