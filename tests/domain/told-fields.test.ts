import { expect, test } from 'vitest';
import type * as z from 'zod';
import { type RecordKind, recordKinds, type ToldField, timelineCatalogue } from '#contracts/events.ts';
import type { ClientId } from '#contracts/ids.ts';
import { TeamPlacePatch } from '#contracts/schemas/account-team.ts';
import { BillingProfilePatch } from '#contracts/schemas/billing-profile.ts';
import { BrandPatch } from '#contracts/schemas/brand.ts';
import { ClientPatch, ClientStatusChange } from '#contracts/schemas/client.ts';
import { ClientSettingsPatch } from '#contracts/schemas/client-settings.ts';
import { ContactPatch } from '#contracts/schemas/contact.ts';
import { FollowUpPatch } from '#contracts/schemas/follow-up.ts';
import { NotePatch } from '#contracts/schemas/note.ts';
import { ProjectPatch } from '#contracts/schemas/project.ts';
import { RateChanges } from '#contracts/schemas/rate.ts';
import { RequirementPatch } from '#contracts/schemas/requirement.ts';
import { describe, type Versioned } from '#domain/activity.ts';

/** What changes each kind of record; a kind without a row does not compile. */
const changes: Record<RecordKind, readonly { shape: Record<string, z.core.$ZodType> }[]> = {
  client: [ClientPatch, ClientStatusChange],
  contact: [ContactPatch],
  project: [ProjectPatch],
  billing_profile: [BillingProfilePatch],
  brand: [BrandPatch],
  rate: [RateChanges.shape.put.unwrap().element],
  client_settings: [ClientSettingsPatch],
  note: [NotePatch],
  follow_up: [FollowUpPatch],
  requirement: [RequirementPatch],
  account_team: [TeamPlacePatch],
  // Their fields are named by what is in them; the tests of the stream look at those.
  custom_values: [],
  routing: [],
  // Nobody edits these.
  proposal: [],
  merge: [],
};

/** Fields that are told under another name: of somebody his name, of two names the one that is shown. */
const toldAs: { [K in RecordKind]?: Record<string, string> } = {
  client: { ownerId: 'ownerName', reason: 'statusReason' },
  contact: { firstName: 'name', lastName: 'name' },
  billing_profile: { default: 'becameDefaultAt' },
  rate: { position: 'positionName' },
  note: { contactId: 'contactName' },
  follow_up: { ownerId: 'ownerName', done: 'status' },
  requirement: { ownerId: 'ownerName', snooze: 'snoozedUntil' },
};

/** Fields that change another record, which is told of, that only find the one that is changed, or say since when. */
const elsewhere: { [K in RecordKind]?: readonly string[] } = {
  contact: ['primary', 'handOver', 'from'],
  client_settings: ['currency'],
  rate: ['id', 'version'],
};

const told = recordKinds.flatMap((kind) => {
  const fields = changes[kind].flatMap(({ shape }) => Object.keys(shape));
  return [...new Set(fields)]
    .filter((field) => !elsewhere[kind]?.includes(field))
    .map((field) => [kind, field, toldAs[kind]?.[field] ?? field] as const);
});

test.each(told)('T1 of a %s a change of %s is told as one of %s', (kind, _, field) => {
  const catalogue: Record<string, ToldField> = timelineCatalogue[kind];
  const record = (version: number, value: string): Versioned => ({
    id: 'x',
    version,
    name: 'Acme',
    updatedAt: '2026-11-22T09:00:00.000Z',
    updatedBy: { type: 'staff', id: 'u1', label: 'Mara' },
    deletedAt: null,
    [field]: value,
  });
  const [event, ...others] = describe({
    kind,
    clientId: 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ClientId,
    before: record(1, 'old'),
    after: record(2, 'new'),
  });
  expect(others).toEqual([]);
  const { label, hidden } = catalogue[field] ?? {};
  const values = hidden ? { before: null, after: null } : { before: 'old', after: 'new' };
  expect(event?.changes).toEqual([{ field, label, ...values }]);
});
