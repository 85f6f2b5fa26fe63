import type { RequirementAssign } from '#contracts/schemas/requirement.ts';
import type { StandardCreate } from '#contracts/schemas/standard.ts';
import { givenWorkspace } from './given.ts';

/** A workspace with a client, and what adds standards and requirements to it. */
export async function givenCompliance() {
  const given = await givenWorkspace();
  const { data: client } = await given.api.clients.create({
    params: given,
    body: { name: 'Acme Robotics', code: 'ACM' },
  });
  if (!client) throw new Error('no client');
  const params = { workspaceId: given.workspaceId, clientId: client.id };
  const standard = async (body: Partial<StandardCreate> = {}) => {
    const { data } = await given.api.standards.create({
      params: given,
      body: { key: 'iso_9001', name: 'ISO 9001', ...body },
    });
    if (!data) throw new Error('no standard');
    return data;
  };
  const assign = async (body: Partial<RequirementAssign> = {}) => {
    const { data } = await given.api.requirements.assign({
      params,
      body: { standardKey: 'iso_9001', ...body },
    });
    if (!data) throw new Error('no requirement');
    return { ...data, at: { ...params, requirementId: data.id } };
  };
  return { ...given, client, params, standard, assign };
}
