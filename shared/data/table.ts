/**
 * The shape of the two tables, once, for CDK and for the local cloud alike. Keys are generic because every
 * entity shares them; what an index means is its name inside the entity.
 */
export const indexNames = ['gsi1', 'gsi2', 'gsi3', 'gsi4', 'gsi5', 'gsi6', 'gsi7', 'gsi8'] as const;
export type IndexName = (typeof indexNames)[number];

/** The key attributes of an index. */
export const indexKeys = (index: IndexName) =>
  ({ pk: `${index}pk`, sk: `${index}sk` }) as { pk: `${IndexName}pk`; sk: `${IndexName}sk` };

/**
 * What every index carries beside its keys: `row` is what a list shows of a record, kept short so that a page
 * of fifty stays within a few read units however long the notes of a record are (docs/decisions/0003).
 */
export const projectedAttributes = ['row', 'lastActivityAt', '__edb_e__', '__edb_v__'] as const;

/** Everything of the tenants. Streams both images; items with `expiresAt` (epoch seconds) expire. */
export const mainTable = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: indexNames,
  projection: projectedAttributes,
  timeToLive: 'expiresAt',
  stream: 'NEW_AND_OLD_IMAGES',
} as const;

/** What must cross tenants: person to workspaces, host to workspace, hashes of tokens. */
export const directoryTable = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [],
  timeToLive: 'expiresAt',
} as const;
