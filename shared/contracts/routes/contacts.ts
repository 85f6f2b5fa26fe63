import * as z from 'zod';
import { ClientId, ContactId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import {
  Contact,
  ContactCreate,
  ContactPatch,
  FoundPerson,
  handOver,
  RoleHistory,
} from '../schemas/contact.ts';
import { line } from '../schemas/text.ts';

/** People that one search answers, at most. */
const MOST_FOUND = 20;

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };
const contact = { ...ofClient, contactId: ContactId };

export const contacts = {
  search: route('GET /api/staff/workspaces/{workspaceId}/contacts', {
    summary: 'People of all clients that the asker sees, by the beginning of their name or of its last word',
    audience: 'staff',
    permission: 'stakeholders.view',
    feature: 'clients',
    needs: ['table.read'],
    params: { workspaceId: WorkspaceId },
    query: {
      q: line(80).meta({ description: 'Case and accents are the same; more letters find fewer' }),
      limit: z.coerce.number().int().min(1).max(MOST_FOUND).optional(),
    },
    response: z.strictObject({ data: z.array(FoundPerson).max(MOST_FOUND) }),
    status: 200,
    budget: { calls: 3, rcu: 40, wcu: 0 },
  }),
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/contacts', {
    summary: 'The people of a client, in the order they were added',
    audience: 'staff',
    permission: 'stakeholders.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    query: pagingQuery,
    response: pageOf(Contact),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 10, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/contacts', {
    summary: 'Add a person to a client; the first becomes the primary contact',
    audience: 'staff',
    permission: 'stakeholders.manage',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: ContactCreate,
    response: Contact,
    status: 201,
    errors: ['email_taken', 'flag_taken'],
    budget: { calls: 4, rcu: 8, wcu: 70 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/contacts/{contactId}', {
    summary: 'Read one contact',
    audience: 'staff',
    permission: 'stakeholders.view',
    feature: 'clients',
    needs: ['table.read'],
    params: contact,
    response: Contact,
    status: 200,
    budget: { calls: 2, rcu: 3, wcu: 0 },
  }),
  roles: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/contacts/{contactId}/roles', {
    summary: 'What a contact was from when to when, and what it is to be',
    audience: 'staff',
    permission: 'stakeholders.view',
    feature: 'clients',
    needs: ['table.read'],
    params: contact,
    response: RoleHistory,
    status: 200,
    budget: { calls: 4, rcu: 6, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/contacts/{contactId}', {
    summary: 'Change fields of a contact now, plan what it is to be, or make it the primary one',
    audience: 'staff',
    permission: 'stakeholders.manage',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: contact,
    body: ContactPatch,
    response: Contact,
    status: 200,
    errors: ['email_taken', 'flag_taken', 'successor_needed'],
    budget: { calls: 7, rcu: 40, wcu: 130 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/clients/{clientId}/contacts/{contactId}', {
    summary:
      'Remove a person from a client, and say who takes over; a primary contact needs a successor while others are left',
    audience: 'staff',
    permission: 'stakeholders.manage',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: contact,
    query: handOver,
    response: null,
    status: 204,
    errors: ['successor_needed'],
    budget: { calls: 9, rcu: 30, wcu: 110 },
  }),
} as const;
