import { useLingui } from '@lingui/react/macro';

/** What the fields of a project are called in its form. */
export function useProjectWords() {
  const { t } = useLingui();
  return {
    name: t`Name`,
    description: t`Description`,
    status: t`Status`,
    startsOn: t`Starts`,
    endsOn: t`Ends`,
    memberIds: t`Members`,
  };
}

type Words = ReturnType<typeof useProjectWords>;

export function labelOf(words: Words, path: string): string {
  const [field = ''] = path.split('.');
  return Object.hasOwn(words, field) ? words[field as keyof Words] : field;
}
