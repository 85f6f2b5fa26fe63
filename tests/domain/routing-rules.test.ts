import { describe, expect, test } from 'vitest';
import type { BrandId, ContactId } from '#contracts/ids.ts';
import type { ContactFlag } from '#contracts/schemas/contact.ts';
import type { RoutingRule } from '#contracts/schemas/routing.ts';
import { routed } from '#domain/routing-rules.ts';

const [bolt, kite] = ['brd_bolt', 'brd_kite'] as BrandId[] as [BrandId, BrandId];
const day = '2026-06-15';
const person = (id: string, flags: ContactFlag[], over: object = {}) => ({
  id: id as ContactId,
  name: id,
  emails: [`${id}@acme.test`],
  flags,
  brandIds: [] as BrandId[],
  title: null,
  department: null,
  leftOn: null as string | null,
  planned: null,
  away: null,
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
  const { source, to, cc } = routed(event, brandId, { rules, people, day });
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

  test('S4 what was never settled is no fault yet; what somebody has left, or a rule leaves open, is', () => {
    const gap = (rules: RoutingRule[], list: Parameters<typeof routed>[2]['people']) =>
      routed('approval_requested', null, { rules, people: list, day: '2026-06-10' }).gap;
    const ana = person('ana', ['approver']);
    expect(gap([], [ana])).toBe(null);
    expect(gap([], [])).toBe('unset');
    expect(gap([], [person('bo', ['billing'])])).toBe('unset');
    expect(gap([], [{ ...ana, leftOn: '2026-06-09' }])).toBe('broken');
    expect(gap([rule({ to: ['reviewer'] })], [ana])).toBe('broken');
  });

  describe('while somebody is away', () => {
    const away = { from: '2026-06-10', until: '2026-06-20', deputyId: 'fi' as ContactId };
    const fi = person('fi', ['technical']);
    const on = (day: string, list: Parameters<typeof routed>[2]['people'], brandId: BrandId | null = null) =>
      routed('approval_requested', brandId, { rules: [], people: list, day }).to.map(
        ({ id, insteadOf }) => `${id}${insteadOf ? ` for ${insteadOf.name} until ${insteadOf.until}` : ''}`,
      );
    const ana = person('ana', ['approver'], { away });

    test('the deputy is asked instead, on the first and on the last day, and on no other', () => {
      expect(on('2026-06-09', [ana, fi])).toEqual(['ana']);
      expect(on('2026-06-10', [ana, fi])).toEqual(['fi for ana until 2026-06-20']);
      expect(on('2026-06-20', [ana, fi])).toEqual(['fi for ana until 2026-06-20']);
      expect(on('2026-06-21', [ana, fi])).toEqual(['ana']);
    });

    test('without a deputy who can be asked there is a gap like any other', () => {
      expect(on(day, [person('ana', ['approver'], { away: { ...away, deputyId: null } }), fi])).toEqual([]);
      expect(on(day, [ana])).toEqual([]);
      expect(on(day, [ana, { ...fi, leftOn: '2026-06-01' }])).toEqual([]);
      expect(on(day, [ana, { ...fi, emails: [] }])).toEqual([]);
      expect(on(day, [ana, { ...fi, brandIds: [bolt] }])).toEqual([]);
      expect(on(day, [ana, { ...fi, away: { ...away, deputyId: 'ana' as ContactId } }])).toEqual([]);
    });

    test('who is asked himself is not asked for somebody else besides', () => {
      expect(on(day, [ana, { ...fi, flags: ['approver'] }])).toEqual(['fi']);
    });
  });

  test('S5 what is planned counts from its day on, unless it failed', () => {
    const planned = { from: '2026-07-01', flags: ['approver' as const], failed: null };
    const gil = person('gil', [], { planned });
    const to = (on: string, list = [gil]) =>
      routed('approval_requested', null, { rules: [], people: list, day: on }).to.map(({ id }) => id);
    expect([to('2026-06-30'), to('2026-07-01')]).toEqual([[], ['gil']]);
    expect(to('2026-07-01', [person('gil', [], { planned: { ...planned, failed: 'flag_taken' } })])).toEqual(
      [],
    );
  });
});
