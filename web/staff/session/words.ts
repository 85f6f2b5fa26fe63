import { useLingui } from '@lingui/react/macro';
import type { Asked } from './Step.tsx';

/** Heading and lead of each question that sign-in may ask. */
export function useStepWords() {
  const { t } = useLingui();
  return (asked: Asked): { title: string; lead: string } => {
    switch (asked) {
      case 'totp':
        return {
          title: t`Enter your code`,
          lead: t`Enter the six digits that your authenticator app shows.`,
        };
      case 'new_password':
        return {
          title: t`Choose your password`,
          lead: t`The one from the mail was only for getting in. From now on you use your own.`,
        };
      default:
        return { title: t`Sign in`, lead: t`Good to see you again.` };
    }
  };
}
