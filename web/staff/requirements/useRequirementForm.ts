import { useRef } from 'react';
import type { Answer } from '#contracts/client.ts';
import type { ClientId, RequirementId, WorkspaceId } from '#contracts/ids.ts';
import type { Requirement } from '#contracts/schemas/requirement.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { requirementsOf } from './queries.ts';

/** Where a change goes, and over which version. */
interface Call {
  params: { workspaceId: WorkspaceId; clientId: ClientId; requirementId: RequirementId };
  ifMatch: number;
  idempotencyKey: string;
}

interface Options<V> {
  requirement: Requirement;
  initial: V;
  labels: Record<string, string>;
  check?: (values: V) => Record<string, string | null>;
  send: (values: V, call: Call) => Promise<Answer<Requirement>>;
  onSaved: (requirement: Requirement) => void;
}

/** A form that changes one requirement; when somebody else was faster, what was typed stays and goes over his. */
export function useRequirementForm<V extends Record<string, unknown>>(options: Options<V>) {
  const { requirement, initial, labels, check, send, onSaved } = options;
  const { workspaceId } = useHere();
  const version = useRef(requirement.version);
  const { clientId, id: requirementId } = requirement;
  const form = useApiForm<V>({
    initial,
    place: (path) => ({ label: labels[path] ?? path }),
    ...(check && { check }),
    send: async (values, idempotencyKey) => {
      const params = { workspaceId, clientId, requirementId };
      const saved = bodyOf(await send(values, { params, ifMatch: version.current, idempotencyKey }));
      void queryClient.invalidateQueries(requirementsOf(workspaceId, clientId));
      onSaved(saved);
    },
    overtaken: (now) => {
      version.current = now;
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  return { form, guard };
}

/** An empty field is none. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
