/**
 * What a route, consumer, worker or schedule needs of the cloud. A capability becomes exact IAM actions and environment
 * (`infra/grants.ts`), the local IAM, and the tools of a handler's context: what is not named here is not
 * there to call.
 */
export const capabilities = [
  'table.read',
  'table.write',
  'directory.read',
  'directory.write',
  'directory.close',
  'directory.change',
  'identity.staff',
  'identity.people',
  'identity.self',
  'identity.portal',
  'jobs.send',
  'mail.post',
  'mail.send',
] as const;

export type Capability = (typeof capabilities)[number];
