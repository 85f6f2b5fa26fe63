import { describe, expect, test } from 'vitest';
import type { BrandId, ContactId } from '#contracts/ids.ts';
import type { ContactFlag } from '#contracts/schemas/contact.ts';
import type { RoutingRule } from '#contracts/schemas/routing.ts';
import { routed } from '#domain/routing-rules.ts';

const [bolt, kite] = ['brd_bolt', 'brd_kite'] as BrandId[] as [BrandId, BrandId];
const today = '2026-06-15';
const person = (id: string, flags: ContactFlag[], over: object = {}) => ({
  id: id as ContactId,
  name: id,
  emails: [`${id}@acme.test`],
  flags,
  brandIds: [] as BrandId[],
  leftOn: null as string | null,
  ...over,
});
const people = [
  person('ana', ['approver', 'decision_maker']),
  person('bo', ['approver'], { brandIds: [bolt] }),
  person('cy', ['billing'], { leftOn: '2026-06-14' }),
  person('di', ['billing'], { leftOn: '2026-06-15' }),
  person('ed', ['reviewer'], { emails: [] }),
];
const rule = (over: Partial<RoutingRule>): RoutingRule => ({
  event: 'approval_requested',
  brandId: null,
  to: ['approver'],
  cc: [],
  ...over,
});
const ask = (rules: RoutingRule[], event: RoutingRule['event'], brandId: BrandId | null = null) => {
  const { source, to, cc } = routed(event, brandId, { rules, people, today });
  const ids = (list: { id: string }[]) => list.map(({ id }) => id).join();
  return { source, to: ids(to), cc: ids(cc) };
};

describe('S4 who is written to', () => {
  test('follows the house, until a client or a brand has a rule of its own', () => {
    expect(ask([], 'approval_requested')).toEqual({ source: 'default', to: 'ana', cc: '' });
    const rules = [
      rule({ to: ['decision_maker'] }),
      rule({ brandId: bolt, to: ['approver'], cc: ['decision_maker'] }),
    ];
    expect(ask(rules, 'approval_requested')).toMatchObject({ source: 'client', to: 'ana' });
    expect(ask(rules, 'approval_requested', kite)).toMatchObject({ source: 'client', to: 'ana' });
    expect(ask(rules, 'approval_requested', bolt)).toEqual({ source: 'brand', to: 'ana,bo', cc: '' });
  });

  test('who stands for a brand is asked about that one only', () => {
    expect(ask([], 'approval_requested', bolt).to).toBe('ana,bo');
    expect(ask([], 'approval_requested', kite).to).toBe('ana');
  });

  test('S2 who has left is written to no more, from the day after the last', () => {
    expect(ask([], 'invoice_sent').to).toBe('di');
  });

  test('a copy is for whom it is not for already', () => {
    expect(ask([rule({ cc: ['decision_maker', 'billing'] })], 'approval_requested')).toMatchObject({
      to: 'ana',
      cc: 'di',
    });
  });

  test('S3 a gap is a gap: without an address nobody is written to', () => {
    expect(ask([], 'work_submitted')).toMatchObject({ to: '', cc: '' });
    expect(ask([], 'request_answered')).toMatchObject({ to: '' });
  });
});
