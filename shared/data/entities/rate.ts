import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { BrandId, ClientId, ProjectId, RateId, WorkspaceId } from '#contracts/ids.ts';

/** The end of the partition that rates stand in: their client's own, or that of the rate card. */
type Home = `client#${ClientId}` | 'rates';

/**
 * One item for each day on which a position's rate begins, sorted by that day: the rate of a date is the last
 * that begins on or before it, so two cannot be valid at once. Those of a brand or project stand in the same
 * partition, behind all of the client's own.
 */
const rateEntity = (entity: 'rate' | 'cardRate') =>
  new Entity({
    model: { entity, version: '1', service: 'foyer' },
    attributes: {
      workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
      home: { type: CustomAttributeType<Home>('string'), required: true },
      /** The position in a key: of fixed length, and free of separators; behind the level, where there is one. */
      positionHash: { type: 'string', required: true },
      effectiveFrom: { type: 'string', required: true },
      /** The brand or project that it was agreed for; none for the client, and on the card. */
      levelId: { type: CustomAttributeType<BrandId | ProjectId>('string') },
      rateId: { type: CustomAttributeType<RateId>('string'), required: true },
      version: { type: 'number', required: true },
      positionKey: { type: 'string', required: true },
      positionName: { type: 'string', required: true },
      regular: { type: 'number', required: true },
      overtime: { type: 'number' },
      currency: { type: 'string', required: true },
      unit: { type: ['hour'] as const, required: true },
      effectiveTo: { type: 'string' },
      note: { type: 'string' },
      createdAt: { type: 'string', required: true },
      updatedAt: { type: 'string', required: true },
      updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
      /** Only on a tombstone: the item is about to go, and this tells the timeline by whom. */
      deletedAt: { type: 'string' },
    },
    indexes: {
      ofHome: {
        pk: {
          field: 'pk',
          composite: ['workspaceId', 'home'],
          template: 'w#${workspaceId}#${home}',
          casing: 'none',
        },
        sk: {
          field: 'sk',
          composite: ['positionHash', 'effectiveFrom'],
          template: 'rate#${positionHash}#${effectiveFrom}',
          casing: 'none',
        },
      },
    },
  });

/** A rate of a client; its changes are told on the client's timeline. */
export const Rate = rateEntity('rate');
/** A rate of the workspace's card, which is on nobody's timeline. */
export const CardRate = rateEntity('cardRate');

export type RateItem = EntityItem<typeof Rate>;

/** The client in whose partition a rate stands. */
export const clientOf = ({ home }: Pick<RateItem, 'home'>): ClientId =>
  home.slice('client#'.length) as ClientId;
