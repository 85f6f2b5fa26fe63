import type { StaffActor } from '#contracts/actor.ts';
import { Refusal } from '#contracts/errors.ts';
import type { Permission } from '#contracts/permissions.ts';

/** For what a route asks of some of its callers only. @throws {Refusal} `forbidden`, naming the permission */
export function assertHolds(actor: Pick<StaffActor, 'permissions'>, permission: Permission): void {
  if (actor.permissions.has(permission)) return;
  throw new Refusal('forbidden', {
    detail: `This needs the permission ${permission}.`,
    extra: { permission },
  });
}
