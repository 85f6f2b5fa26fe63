import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { MOST_EVIDENCE } from '#contracts/schemas/requirement.ts';
import type { givenWorkspace } from '../support/given.ts';
import type { Sample } from './access-samples.ts';

interface Place {
  workspaceId: WorkspaceId;
  clientId: ClientId;
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const long = { description: 'd'.repeat(2_000), evidenceTypes: ['Certificate', 'Audit report'] };

/** One honest call of every route of compliance, on requirements that are as long as they get. */
export function complianceSamples(
  given: () => Awaited<ReturnType<typeof givenWorkspace>>,
  at: () => Place,
): Record<string, () => Promise<Sample>> {
  const api = () => given().api;
  let serial = 0;

  async function standard(): Promise<string> {
    serial += 1;
    const key = `standard_${serial}`;
    await api().standards.create({ params: at(), body: { key, name: `Standard ${serial}`, ...long } });
    return key;
  }

  /** A standard that its rule proposes to the client. */
  async function proposed(): Promise<string> {
    const key = await standard();
    await api().standards.update({
      params: { ...at(), standardKey: key },
      ifMatch: 1,
      body: { rule: { tags: rule.tags } },
    });
    return key;
  }

  /** A requirement with as much evidence as is kept, the newest to be reviewed. */
  async function requirement() {
    const { data } = await api().requirements.assign({
      params: at(),
      body: { standardKey: await standard(), dueOn: day(90), note: 'n'.repeat(2_000) },
    });
    if (!data) throw new Error('no requirement');
    const params = { requirementId: data.id };
    const url = `https://files.test/${'x'.repeat(960)}`;
    const body = { label: 'l'.repeat(120), url, kind: 'k'.repeat(60), issuedOn: day(-1) };
    for (let ifMatch = 1; ; ifMatch += 1) {
      const added = await api().requirements.addEvidence({ params: { ...at(), ...params }, ifMatch, body });
      const evidenceId = added.data?.evidence[0]?.id;
      if (!evidenceId) throw new Error('no evidence');
      if (ifMatch === MOST_EVIDENCE) return { params, ifMatch: ifMatch + 1, evidenceId };
    }
  }
  const changing = async () => {
    const { params, ifMatch } = await requirement();
    return { params, ifMatch };
  };
  const reason = 'r'.repeat(500);

  /** The longest rule there can be, which fits the client by its tag. */
  const rule = {
    industries: Array.from({ length: 20 }, (_, n) => `Industry ${n} ${'i'.repeat(60)}`),
    tags: ['Retainer', ...Array.from({ length: 19 }, (_, n) => `Tag ${n} ${'t'.repeat(30)}`)],
  };
  /** A service type that a rule may name. */
  async function serviceType(): Promise<string> {
    serial += 1;
    const entries = [{ key: `service_${serial}`, label: `Service ${serial}`, archived: false }];
    const { data } = await api().lists.list({ params: at() });
    const before = data?.data.find(({ name }) => name === 'service_types');
    await api().lists.update({
      params: { ...at(), list: 'service_types' },
      ifMatch: before?.version ?? 0,
      body: { entries: [...(before?.entries ?? []), ...entries] },
    });
    return `service_${serial}`;
  }

  return {
    'standards.list': async () => {
      for (let n = 0; n < 10; n += 1) await standard();
      return {};
    },
    'standards.create': async () => ({
      body: {
        key: 'new_one',
        name: 'New one',
        ...long,
        rule: { ...rule, serviceTypeKeys: [await serviceType()] },
      },
    }),
    'standards.update': async () => ({
      params: { standardKey: await standard() },
      ifMatch: 1,
      body: { name: 'Renamed', rule: { ...rule, serviceTypeKeys: [await serviceType()] } },
    }),
    'standards.remove': async () => ({ params: { standardKey: await standard() }, ifMatch: 1 }),
    'proposals.list': async () => {
      for (let n = 0; n < 5; n += 1) await proposed();
      return {};
    },
    'proposals.answer': async () => ({
      params: { standardKey: await proposed() },
      ifMatch: 0,
      body: { dismissal: { reason } },
    }),
    'requirements.due': async () => {
      for (let n = 0; n < 3; n += 1) await requirement();
      return { query: { until: day(120) } };
    },
    'requirements.list': async () => {
      for (let n = 0; n < 5; n += 1) await requirement();
      return {};
    },
    'requirements.assign': async () => ({
      body: {
        standardKey: await standard(),
        ownerId: (await given().join('manager')).person.userId,
        dueOn: day(90),
        note: 'n'.repeat(2_000),
      },
    }),
    'requirements.get': changing,
    'requirements.update': async () => ({
      ...(await changing()),
      body: { ownerId: (await given().join('manager')).person.userId, dueOn: day(100) },
    }),
    'requirements.remove': changing,
    'requirements.move': async () => ({
      ...(await changing()),
      body: { status: 'compliant', reason, expiresOn: day(200) },
    }),
    'requirements.addEvidence': async () => {
      const { params, ifMatch, evidenceId: corrects } = await requirement();
      const body = { label: 'Certificate', url: 'files.test/a.pdf', issuedOn: day(-1), expiresOn: day(300) };
      return { params, ifMatch, body: { ...body, corrects } };
    },
    'requirements.reviewEvidence': async () => {
      const { params, ifMatch, evidenceId } = await requirement();
      return { params: { ...params, evidenceId }, ifMatch, body: { decision: 'accepted', reason } };
    },
    'requirements.waive': async () => ({ ...(await changing()), body: { reason, until: day(30) } }),
    'requirements.unwaive': async () => {
      const { params, ifMatch } = await requirement();
      await api().requirements.waive({
        params: { ...at(), ...params },
        ifMatch,
        body: { reason, until: day(30) },
      });
      return { params, ifMatch: ifMatch + 1 };
    },
  };
}
