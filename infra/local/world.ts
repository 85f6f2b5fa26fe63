import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { systemClock } from '#cloud/clock.ts';
import { ulidIds } from '#cloud/ids.ts';
import type { StaffActor } from '#contracts/actor.ts';
import { features } from '#contracts/features.ts';
import { UserId, type WorkspaceId } from '#contracts/ids.ts';
import { type BuiltInRole, permissionsOf } from '#contracts/roles.ts';
import { committer } from '#data/commit.ts';
import { connect } from '#data/db.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import { openRepositories } from '#data/repositories.ts';
import type { Clock } from '#domain/deps.ts';
import * as Workspaces from '#domain/workspaces.ts';

/** Where the parts of a local cloud answer; plain data, so that test workers can be handed it. */
export interface Whereabouts {
  url: string;
  endpoints: { dynamodb: string; cognito: string };
  tables: { main: string; directory: string };
  staffPool: string;
}

const region = 'eu-central-1';
/** The key that the local IAM lets do everything: seeds and tests, never a function. */
const credentials = { accessKeyId: 'FOYERLOCALADMIN', secretAccessKey: 'local' };

/** Makes people and workspaces in a local cloud through the same rules the product uses. */
export function worldOf({ endpoints, tables, staffPool }: Whereabouts) {
  const cognito = new CognitoIdentityProviderClient({ region, credentials, endpoint: endpoints.cognito });
  const client = connect({ region, credentials, endpoint: endpoints.dynamodb });
  const workspaces = workspaceRepository(client, tables);

  return {
    client,
    tables,

    /** A person of staff who can sign in with this password. */
    async person(input: { email: string; name: string; password: string }): Promise<Workspaces.Person> {
      const { email, name, password } = input;
      const pool = { UserPoolId: staffPool, Username: email };
      const { User } = await cognito.send(
        new AdminCreateUserCommand({
          ...pool,
          MessageAction: 'SUPPRESS',
          UserAttributes: [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
          ],
        }),
      );
      await cognito.send(new AdminSetUserPasswordCommand({ ...pool, Password: password, Permanent: true }));
      const sub = User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value;
      return { userId: UserId.parse(sub), name, email };
    },

    found: (input: { name: string; slug: string; owner: Workspaces.Person }) =>
      Workspaces.found({ clock: systemClock, ids: ulidIds, workspaces }, input),

    join: (workspaceId: WorkspaceId, person: Workspaces.Person, role: BuiltInRole) =>
      Workspaces.join({ clock: systemClock, workspaces }, workspaceId, person, role),

    /** What a rule needs to act as somebody in a workspace, at a time of one's choosing. */
    acting(workspaceId: WorkspaceId, person: Workspaces.Person, role: BuiltInRole, clock: Clock) {
      const actor: StaffActor = {
        type: 'staff',
        userId: person.userId,
        name: person.name,
        workspaceId,
        role,
        permissions: permissionsOf(role),
        features: new Set(features),
        accessVersion: 1,
      };
      const table = tables.main;
      const data = openRepositories({ client, table, workspaceId, commit: committer(client, table, null) });
      return { actor, clock, ids: ulidIds, data };
    },
  };
}

export type World = ReturnType<typeof worldOf>;
