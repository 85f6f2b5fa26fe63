import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClientId, UserId } from '#contracts/ids.ts';
import { ActivityEvent } from '#contracts/schemas/activity.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { describe } from '#domain/activity.ts';

const acme: Client = {
  id: 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ClientId,
  version: 1,
  name: 'Acme',
  legalName: null,
  registrationNumber: null,
  code: 'ACM',
  website: null,
  industry: null,
  taxId: null,
  sizeBand: null,
  revenueBand: null,
  primaryServiceTypeKey: null,
  currentSystems: null,
  technicalRequirements: null,
  currency: null,
  language: null,
  notes: null,
  tags: [],
  addresses: [],
  status: 'pending',
  statusReason: null,
  deletedAt: null,
  ownerId: '5f0f3c1e-0f43-4b57-9d3e-0a8b3f2a7c11' as UserId,
  ownerName: 'Mara',
  ownerEmail: 'mara@example.test',
  parentId: null,
  linkedIds: [],
  sample: false,
  primaryContactId: null,
  primaryContactName: null,
  lastActivityAt: '2026-11-22T09:00:00.000Z',
  createdAt: '2026-11-22T09:00:00.000Z',
  updatedAt: '2026-11-22T09:00:00.000Z',
  updatedBy: { type: 'staff', id: 'u1', label: 'Mara' },
};
const change = (before: Client | null, after: Client | null) => ({
  kind: 'client' as const,
  clientId: acme.id,
  before,
  after,
});
const edited = (fields: Partial<Client>): Client => ({
  ...acme,
  ...fields,
  version: 2,
  updatedAt: '2026-11-22T10:00:00.000Z',
});

test('a new record is one event with what it was born with', () => {
  const [event, ...others] = describe(change(null, acme));
  expect(others).toEqual([]);
  expect(ActivityEvent.parse(event)).toMatchObject({
    type: 'client.created',
    at: acme.updatedAt,
    actor: { label: 'Mara' },
    record: { label: 'Acme' },
  });
  expect(event?.changes.map(({ field }) => field)).toEqual(['name', 'code', 'status', 'ownerName']);
});

test('an edit says before and after, field by field', () => {
  const events = describe(change(acme, edited({ name: 'Acme Robotics', code: null })));
  expect(events).toHaveLength(1);
  expect(events[0]?.changes).toEqual([
    { field: 'name', label: 'Name', before: 'Acme', after: 'Acme Robotics' },
    { field: 'code', label: 'Code', before: 'ACM', after: null },
  ]);
});

test('a status change is an event of its own, beside the edit it came with', () => {
  const types = describe(change(acme, edited({ status: 'active', name: 'B' }))).map(({ type }) => type);
  expect(types).toEqual(['client.updated', 'client.status_changed']);
});

test('a sensitive field says only that it changed', () => {
  const address = { kind: 'billing' as const, line1: 'Secret St', city: 'X', country: 'US' };
  const [event] = describe(change(acme, edited({ addresses: [address] })));
  expect(event?.changes).toEqual([{ field: 'addresses', label: 'Addresses', before: null, after: null }]);
  expect(JSON.stringify(event)).not.toContain('Secret St');
});

test('a change of no listed field makes no event', () => {
  expect(describe(change(acme, { ...acme, lastActivityAt: '2026-11-22T11:00:00.000Z' }))).toEqual([]);
});

test('the same change makes the same events, ids included', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('active', 'pending', 'inactive'), (name, status) => {
      const again = () => describe(change(acme, edited({ name, status: status as Client['status'] })));
      expect(again()).toEqual(again());
    }),
  );
});

test('going to the trash and coming back are events of their own', () => {
  const gone = edited({ deletedAt: '2026-11-22T10:00:00.000Z' });
  expect(describe(change(acme, gone)).map(({ type }) => type)).toEqual(['client.deleted']);
  expect(describe(change(gone, { ...acme, version: 3 })).map(({ type }) => type)).toEqual([
    'client.restored',
  ]);
});

test('a reason travels with the status it explains', () => {
  const [event, ...others] = describe(
    change(acme, edited({ status: 'inactive', statusReason: 'Moved abroad' })),
  );
  expect(others).toEqual([]);
  expect(event?.changes.map(({ field, after }) => [field, after])).toEqual([
    ['status', 'inactive'],
    ['statusReason', 'Moved abroad'],
  ]);
});
