import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Status } from '#ui/Status.tsx';
import { useTeamWords } from '../account-team/words.ts';
import { isStatus, useStatusWord } from '../clients/status.ts';
import { isFlag, useFlagWord } from '../contacts/flags.ts';
import { planIn } from '../contacts/planned.ts';
import { PlanText } from '../contacts/plans.tsx';
import { Moment } from '../notes/Moment.tsx';
import { useNoteWords } from '../notes/words.ts';
import { useDayText } from '../rates/days.ts';
import { isRequirementState, useComplianceWords } from '../requirements/words.ts';
import { AwayText, awayIn, BrandNames, RuleText, ruleIn } from './texts.tsx';

/** A value as people say it: a status with its glyph, roles by their words. */
export function useValue() {
  const status = useStatusWord();
  const flag = useFlagWord();
  const flagText = (one: string) => (isFlag(one) ? flag(one) : one);
  const { stateOf } = useComplianceWords();
  const noteWords: Record<string, string> = useNoteWords();
  const teamWords: Record<string, string> = useTeamWords();
  const { t } = useLingui();
  const followUpWords: Record<string, string> = { open: t`Open`, done: t`Done` };
  const proposalWords: Record<string, string> = { set_aside: t`Not needed`, proposed: t`Proposed` };
  const dayText = useDayText();
  return ({ field }: { field: string }, value: string): ReactNode => {
    if (field === 'status' && isStatus(value)) {
      return <Status tone={status(value).tone}>{status(value).label}</Status>;
    }
    if (field === 'status' && isRequirementState(value)) {
      return <Status tone={stateOf(value).tone}>{stateOf(value).label}</Status>;
    }
    if (field === 'flags') {
      return value.split(', ').map(flagText).join(', ');
    }
    const plan = field === 'planned' && planIn(value);
    if (plan) return <PlanText planned={plan} />;
    if (field === 'occurredAt' || field === 'becameDefaultAt') return <Moment at={value} />;
    if (field === 'kind') return noteWords[value] ?? value;
    if (field === 'role') return teamWords[value] ?? value;
    if (field === 'status') return followUpWords[value] ?? proposalWords[value] ?? value;
    const away = field === 'away' && awayIn(value);
    if (away) return <AwayText away={away} />;
    if (field === 'brandIds') return <BrandNames ids={value.split(', ')} />;
    const rule = field.startsWith('rule.') && ruleIn(value);
    if (rule) return <RuleText rule={rule} brandId={field.split('.')[2]} />;
    const day = dayText(value);
    return day === value ? value : <time dateTime={value}>{day}</time>;
  };
}
