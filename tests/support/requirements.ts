import type { Requirement } from '#contracts/schemas/requirement.ts';
import { daysFrom } from '#domain/requirement-states.ts';
import { givenCompliance } from './compliance.ts';

export const today = () => new Date().toISOString().slice(0, 10);
export const inDays = (count: number) => daysFrom(today(), count);

/** A client that has to meet one standard, with what is done to it again and again. */
export async function givenRequirement(
  over: Parameters<Awaited<ReturnType<typeof givenCompliance>>['standard']>[0] = {},
) {
  const given = await givenCompliance();
  await given.standard(over);
  const requirement = await given.assign({ dueOn: inDays(40), note: 'As the master agreement asks' });
  const { api } = given;
  const at = requirement.at;
  const read = async () => {
    const { data } = await api.requirements.get({ params: at });
    if (!data) throw new Error('no requirement');
    return data;
  };
  const move = async (body: Parameters<typeof api.requirements.move>[0]['body']) =>
    api.requirements.move({ params: at, body, ifMatch: (await read()).version });
  const prove = async (expiresOn: string | null, issuedOn = inDays(-10)) => {
    const answer = await api.requirements.addEvidence({
      params: at,
      ifMatch: (await read()).version,
      body: { label: 'Certificate', url: 'https://files.test/iso.pdf', issuedOn, expiresOn },
    });
    const id = answer.data?.evidence[0]?.id;
    if (!id) throw new Error('no evidence');
    return id;
  };
  const review = async (
    evidenceId: Requirement['evidence'][number]['id'],
    decision: 'accepted' | 'rejected',
  ) =>
    api.requirements.reviewEvidence({
      params: { ...at, evidenceId },
      ifMatch: (await read()).version,
      body: { decision, ...(decision === 'rejected' && { reason: 'Wrong entity' }) },
    });
  return { ...given, requirement, at, read, move, prove, review };
}
