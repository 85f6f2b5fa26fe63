import { useLingui } from '@lingui/react/macro';
import type { Likelihood, TraitKind } from '#contracts/duplicate-signs.ts';
import { useFormats } from '#ui/formats.ts';
import type { Tone } from '#ui/StatusGlyph.tsx';

/** What two clients share, as a list in words. */
export function useSharedWords() {
  const { t } = useLingui();
  const { locale } = useFormats();
  const words: Record<TraitKind, string> = {
    taxId: t`same tax ID`,
    domain: t`same website`,
    email: t`same e-mail address`,
    name: t`same name`,
  };
  return (shared: readonly TraitKind[]) =>
    new Intl.ListFormat(locale, { type: 'unit' }).format(shared.map((kind) => words[kind]));
}

/** How likely two clients are one. */
export function useLikelihood() {
  const { t } = useLingui();
  const words: Record<Likelihood, { label: string; tone: Tone }> = {
    certain: { label: t`Almost certainly the same`, tone: 'ok' },
    likely: { label: t`Probably the same`, tone: 'warn' },
    possible: { label: t`Possibly the same`, tone: 'idle' },
  };
  return (likelihood: Likelihood) => words[likelihood];
}
