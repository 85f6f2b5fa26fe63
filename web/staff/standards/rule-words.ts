import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type RuleField, ruleFields } from '#contracts/compliance.ts';
import type { AssignRule } from '#contracts/schemas/standard.ts';
import { useFormats } from '#ui/formats.ts';
import { countryName } from '../clients/form/countries.ts';
import { workspaceLists } from '../lists/queries.ts';
import { useHere } from '../session/me.ts';

/** Kinds of values with the values that matter. */
type Named = readonly { field: RuleField; values: readonly string[] }[];

/** Rules in plain words: what a client has to have, and what it was that it had. */
export function useRuleWords() {
  const { t } = useLingui();
  const { locale } = useFormats();
  const { workspaceId } = useHere();
  const lists = useQuery(workspaceLists(workspaceId)).data;
  const services = lists?.find(({ name }) => name === 'service_types')?.entries ?? [];
  const nameOf = (field: RuleField, value: string) => {
    if (field === 'countries') return countryName(value, locale);
    if (field === 'serviceTypeKeys') return services.find(({ key }) => key === value)?.label ?? value;
    return value;
  };
  const join = (parts: readonly string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(locale, { type }).format(parts);
  const phrase = (field: RuleField, values: string): string => {
    switch (field) {
      case 'industries':
        return t`the industry is ${values}`;
      case 'serviceTypeKeys':
        return t`the primary service is ${values}`;
      case 'countries':
        return t`an address is in ${values}`;
      case 'tags':
        return t`it has the tag ${values}`;
    }
  };
  const told = (named: Named, among: 'conjunction' | 'disjunction') =>
    join(
      named.map(({ field, values }) =>
        phrase(
          field,
          join(
            values.map((value) => nameOf(field, value)),
            among,
          ),
        ),
      ),
      'conjunction',
    );
  return {
    /** What a client has to have: one of the values of each kind. Empty for a rule that names nothing. */
    ruleText: (rule: AssignRule): string =>
      told(
        ruleFields
          .map((field) => ({ field, values: rule[field] ?? [] }))
          .filter(({ values }) => values.length > 0),
        'disjunction',
      ),
    /** What a client has of it. */
    groundsText: (grounds: Named): string => told(grounds, 'conjunction'),
    /** Service types for a select; archived ones only where they are chosen already. */
    serviceOptions: (kept: readonly string[]) =>
      services
        .filter(({ key, archived }) => !archived || kept.includes(key))
        .map(({ key, label }) => ({ value: key, label })),
    /** Industries that clients are offered. */
    industries: (lists?.find(({ name }) => name === 'industries')?.entries ?? [])
      .filter(({ archived }) => !archived)
      .map(({ label }) => label),
  };
}
