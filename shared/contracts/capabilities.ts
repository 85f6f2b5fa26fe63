/**
 * What a route or consumer needs of the cloud. A capability becomes exact IAM actions and environment
 * (`infra/grants.ts`), the local IAM, and the tools of a handler's context: what is not named here is not
 * there to call.
 */
export const capabilities = [
  'table.read',
  'table.write',
  'directory.read',
  'directory.write',
  'identity.staff',
  'identity.people',
  'identity.self',
  'identity.portal',
] as const;

export type Capability = (typeof capabilities)[number];
