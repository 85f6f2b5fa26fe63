import { stamp } from '#contracts/actor.ts';
import { notFound } from '#contracts/errors.ts';
import type { BrandId, ClientId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Brand, BrandCreate, BrandPatch } from '#contracts/schemas/brand.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import { defined, nextVersion } from './records.ts';

export interface BrandReader {
  get(clientId: ClientId, brandId: BrandId): Promise<Brand | null>;
  /** Those of these brands that the client has; at most a hundred are asked for. */
  some(clientId: ClientId, brandIds: readonly BrandId[]): Promise<Brand[]>;
  /** The brands of a client, oldest first. */
  ofClient(clientId: ClientId, page: PageRequest): Promise<Page<Brand>>;
}

export interface BrandWriter {
  /** @throws {Refusal} `name_taken` within the client */
  create(brand: Brand): Promise<void>;
  /** @throws {Refusal} `name_taken`, `version_conflict` */
  update(before: Brand, after: Brand): Promise<void>;
}

type Reading = Deps<{ clients: ClientReader; brands: BrandReader }>;
type Writing = Deps<{ clients: ClientReader; brands: BrandReader & BrandWriter }>;

/**
 * Adds a brand to a client that this actor may see.
 * @throws {Refusal} `not_found`, `name_taken`
 */
export async function create(deps: Writing, clientId: ClientId, input: BrandCreate): Promise<Brand> {
  const { actor, clock, ids, data } = deps;
  await getClient(deps, clientId);
  const now = clock.now();
  const brand: Brand = {
    id: ids.next('brand'),
    version: 1,
    clientId,
    name: input.name,
    color: input.color ?? null,
    moreColors: input.moreColors ?? [],
    website: input.website ?? null,
    note: input.note ?? null,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  await data.brands.create(brand);
  return brand;
}

/**
 * One brand of a client that this actor may see.
 * @throws {Refusal} `not_found`
 */
export async function get(deps: Reading, clientId: ClientId, brandId: BrandId): Promise<Brand> {
  await getClient(deps, clientId);
  return find(deps, clientId, brandId);
}

/**
 * The brands of a client that this actor may see, oldest first.
 * @throws {Refusal} `not_found`
 */
export async function list(deps: Reading, clientId: ClientId, page: PageRequest): Promise<Page<Brand>> {
  await getClient(deps, clientId);
  return deps.data.brands.ofClient(clientId, page);
}

/**
 * Changes the fields that the patch names.
 * @throws {Refusal} `not_found`, `version_conflict`, `name_taken`
 */
export async function update(
  deps: Writing,
  clientId: ClientId,
  brandId: BrandId,
  patch: BrandPatch,
  expected: number,
): Promise<Brand> {
  await getClient(deps, clientId);
  const before = await find(deps, clientId, brandId, expected);
  const after = nextVersion(deps, before, { ...before, ...defined(patch) });
  if (after !== before) await deps.data.brands.update(before, after);
  return after;
}

/** @throws {Refusal} `not_found`, `version_conflict` when it is not the version that was expected */
export async function find({ data }: Reading, clientId: ClientId, brandId: BrandId, expected?: number) {
  const brand = await data.brands.get(clientId, brandId);
  if (!brand) throw notFound('no such brand of this client');
  if (expected !== undefined && brand.version !== expected) throw versionConflict(brand);
  return brand;
}
