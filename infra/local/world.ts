import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { systemClock } from '#cloud/clock.ts';
import { ulidIds } from '#cloud/ids.ts';
import { OPERATORS, type StaffActor } from '#contracts/actor.ts';
import { liveFeatures } from '#contracts/entitlements.ts';
import { type ClientId, UserId, type WorkspaceId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import { allEnabled } from '#contracts/modules.ts';
import { firstOffers, pin } from '#contracts/offers.ts';
import { type PortalSection, portalSections } from '#contracts/permissions.ts';
import { type BuiltInRole, permissionsOf } from '#contracts/roles.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import type { Offer } from '#contracts/schemas/plan.ts';
import { committer } from '#data/commit.ts';
import { connect } from '#data/documents.ts';
import { openRepositories } from '#data/nouns.ts';
import { offerRepository } from '#data/repositories/offers.ts';
import { openPortal } from '#data/repositories/portal.ts';
import { foundingRepository } from '#data/repositories/workspaces.ts';
import { repositories } from '#data/repositories.ts';
import type { Clock } from '#domain/deps.ts';
import * as Workspaces from '#domain/workspaces.ts';

/** Where the parts of a local cloud answer; plain data, so that test workers can be handed it. */
export interface Whereabouts {
  url: string;
  endpoints: { dynamodb: string; cognito: string };
  tables: { main: string; directory: string };
  staffPool: string;
  portalPool: string;
}

const region = 'eu-central-1';
/** The key that the local IAM lets do everything: seeds and tests, never a function. */
const credentials = { accessKeyId: 'FOYERLOCALADMIN', secretAccessKey: 'local' };

/** What the largest plan gives, all of it switched on. */
const entitlements = {
  plan: pin(firstOffers.find(({ key }) => key === 'agency') as Offer),
  addOns: [],
  modules: allEnabled,
};

/** Makes people and workspaces in a local cloud through the same rules the product uses. */
export function worldOf({ endpoints, tables, staffPool, portalPool }: Whereabouts) {
  const cognito = new CognitoIdentityProviderClient({ region, credentials, endpoint: endpoints.cognito });
  const client = connect({ region, credentials, endpoint: endpoints.dynamodb });
  const workspaces = foundingRepository(client, tables);
  const offers = offerRepository(client, tables.directory);

  return {
    client,
    tables,

    /** A person of staff who can sign in with this password. */
    async person(input: { email: string; name: string; password: string }): Promise<Workspaces.Person> {
      const { email, name, password } = input;
      const pool = { UserPoolId: staffPool, Username: email };
      const userId = await subOf(cognito, staffPool, email);
      await cognito.send(new AdminSetUserPasswordCommand({ ...pool, Password: password, Permanent: true }));
      return { userId, name, email };
    },

    /** Somebody of the pool of whom nothing else knows: what a broken-off try leaves behind. */
    stranded: (email: string): Promise<UserId> => subOf(cognito, staffPool, email),

    /** A contact of a client who can sign in to its portal with a code from the mail, and sees these sections. */
    async portalPerson(
      at: { workspaceId: WorkspaceId; clientId: ClientId },
      contact: Contact,
      sections: PortalSection[] = [...portalSections],
    ): Promise<Workspaces.Person> {
      const [email = ''] = contact.emails;
      const userId = await subOf(cognito, portalPool, email);
      await openPortal(client, tables, {
        ...at,
        contactId: contact.id,
        userId,
        name: contact.name,
        email,
        sections,
      });
      return { userId, name: contact.name, email };
    },

    /** A workspace on the plan without limits, unless another is named. */
    found: (input: { name: string; slug: string; owner: Workspaces.Person; plan?: string }) =>
      Workspaces.found(
        { clock: systemClock, ids: ulidIds, workspaces, offers },
        { plan: 'agency', ...input },
      ),

    /** Lets a person run the installation. */
    async operate({ email }: Workspaces.Person): Promise<void> {
      const command = { UserPoolId: staffPool, Username: email, GroupName: OPERATORS };
      await cognito.send(new AdminAddUserToGroupCommand(command));
    },

    join: (workspaceId: WorkspaceId, person: Workspaces.Person, role: string) =>
      Workspaces.join({ clock: systemClock, workspaces }, workspaceId, person, role),

    /** What a rule needs to act as somebody in a workspace, at a time of one's choosing. */
    acting(workspaceId: WorkspaceId, person: Workspaces.Person, role: BuiltInRole, clock: Clock) {
      const actor: StaffActor = {
        type: 'staff',
        userId: person.userId,
        name: person.name,
        email: person.email,
        workspaceId,
        role,
        workspaceName: '',
        permissions: permissionsOf(role),
        roles: {},
        entitlements,
        features: new Set(liveFeatures(entitlements)),
        limits: unlimited,
        accessVersion: 1,
      };
      const table = tables.main;
      const db = {
        client,
        table,
        workspaceId,
        limits: unlimited,
        commit: committer(client, table, null),
      };
      const data = openRepositories(db, repositories);
      return { actor, clock, ids: ulidIds, data };
    },
  };
}

/** A person of a pool with this verified address, made when there is none. */
async function subOf(cognito: CognitoIdentityProviderClient, pool: string, email: string): Promise<UserId> {
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ];
  const named = { UserPoolId: pool, Username: email };
  const attributes = await cognito
    .send(new AdminCreateUserCommand({ ...named, MessageAction: 'SUPPRESS', UserAttributes }))
    .then(({ User }) => User?.Attributes)
    .catch(async (error) => {
      if (!(error instanceof UsernameExistsException)) throw error;
      return (await cognito.send(new AdminGetUserCommand(named))).UserAttributes;
    });
  return UserId.parse(attributes?.find(({ Name }) => Name === 'sub')?.Value);
}

export type World = ReturnType<typeof worldOf>;
