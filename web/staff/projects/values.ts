import type { UserId } from '#contracts/ids.ts';
import type { Project, ProjectCreate, ProjectPatch, ProjectStatus } from '#contracts/schemas/project.ts';

/** The form's own shape: texts instead of nulls, as inputs have them. */
export interface ProjectValues extends Record<string, unknown> {
  name: string;
  description: string;
  status: ProjectStatus;
  startsOn: string;
  endsOn: string;
  memberIds: UserId[];
}

/** A project that begins with whoever writes it down. */
export const emptyProject = (me: UserId): ProjectValues => ({
  name: '',
  description: '',
  status: 'planning',
  startsOn: '',
  endsOn: '',
  memberIds: [me],
});

export const valuesOf = (project: Project): ProjectValues => ({
  name: project.name,
  description: project.description ?? '',
  status: project.status,
  startsOn: project.startsOn ?? '',
  endsOn: project.endsOn ?? '',
  memberIds: [...project.memberIds].sort(),
});

const orNull = (text: string) => (text.trim() === '' ? null : text);

const toFields = (values: ProjectValues) => ({
  name: values.name,
  description: orNull(values.description),
  status: values.status,
  startsOn: orNull(values.startsOn),
  endsOn: orNull(values.endsOn),
  memberIds: [...values.memberIds].sort(),
});

export const toCreate = (values: ProjectValues): ProjectCreate => toFields(values);

/** Only what differs from the project that the form began with. */
export function toPatch(values: ProjectValues, project: Project): ProjectPatch {
  const before = toFields(valuesOf(project));
  const after = toFields(values);
  const fields = (Object.keys(after) as (keyof typeof after)[]).filter(
    (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, after[field]]));
}
