import { useLingui } from '@lingui/react/macro';

/** What the fields of a contact are called in its form. */
export function useContactWords() {
  const { t } = useLingui();
  return {
    firstName: t`First name`,
    lastName: t`Last name`,
    title: t`Title`,
    department: t`Department`,
    emails: t`E-mail`,
    phones: t`Phone`,
    extensions: t`Extension`,
    flags: t`Roles`,
    locale: t`Language`,
    timeZone: t`Time zone`,
    pronouns: t`Pronouns`,
    brandIds: t`Stands for the brands`,
    leftOn: t`Last day at the client`,
    away: t`Away`,
    primary: t`Primary contact`,
    handOver: t`Taking over`,
  };
}

type Words = ReturnType<typeof useContactWords>;

export function labelOf(words: Words, path: string): string {
  const [field = ''] = path.split('.');
  return Object.hasOwn(words, field) ? words[field as keyof Words] : field;
}
