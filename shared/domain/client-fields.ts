import { stamp } from '#contracts/actor.ts';
import type { Client, ClientCreate } from '#contracts/schemas/client.ts';
import type { Deps } from './deps.ts';
import type { Owner } from './members.ts';

/** A client as it begins. */
export function newClient(
  { actor, clock, ids }: Pick<Deps<object>, 'actor' | 'clock' | 'ids'>,
  input: ClientCreate,
  owner: Owner,
): Client {
  const now = clock.now();
  return {
    id: ids.next('client'),
    version: 1,
    name: input.name,
    legalName: input.legalName ?? null,
    registrationNumber: input.registrationNumber ?? null,
    code: input.code ?? null,
    website: input.website ?? null,
    industry: input.industry ?? null,
    taxId: input.taxId ?? null,
    sizeBand: input.sizeBand ?? null,
    revenueBand: input.revenueBand ?? null,
    primaryServiceTypeKey: input.primaryServiceTypeKey ?? null,
    currentSystems: input.currentSystems ?? null,
    technicalRequirements: input.technicalRequirements ?? null,
    currency: input.currency ?? null,
    language: input.language ?? null,
    notes: input.notes ?? null,
    tags: input.tags ?? [],
    addresses: input.addresses ?? [],
    status: 'pending',
    statusReason: null,
    ...owner,
    parentId: null,
    linkedIds: [],
    sample: false,
    primaryContactId: null,
    primaryContactName: null,
    lastActivityAt: now,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
    deletedAt: null,
  };
}
