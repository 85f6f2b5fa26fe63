import { useLingui } from '@lingui/react/macro';
import type { CustomFieldType } from '#contracts/custom-field-types.ts';

/** What each type of field is called, in the order in which they are offered. */
export function useTypeWords(): Record<CustomFieldType, string> {
  const { t } = useLingui();
  return {
    text: t`Text`,
    number: t`Number`,
    money: t`Amount of money`,
    date: t`Date`,
    select: t`One choice`,
    multi: t`Several choices`,
    bool: t`Yes or no`,
    url: t`Web address`,
    person: t`Member of the team`,
  };
}
