import { useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { activateLocale, locales } from '../i18n.ts';
import { preferences } from '../preferences.ts';
import classes from './shell.module.css';

/** A language's own name for itself, as the first word of a line. */
function nameOf(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

async function speak(wished: string) {
  const locale = locales.find((one) => one === wished);
  if (!locale) return;
  await activateLocale(locale);
  preferences.set({ language: locale });
}

/** The languages as items of a menu. */
export function LanguageItems() {
  const { i18n } = useLingui();
  return (
    <Menu.RadioGroup value={i18n.locale} onChange={(wished) => void speak(wished)}>
      {locales.map((locale) => (
        <Menu.RadioItem key={locale} value={locale} lang={locale}>
          {nameOf(locale)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** For whoever has no account menu yet. */
export function LanguageMenu() {
  const { t, i18n } = useLingui();
  const current = locales.find((locale) => locale === i18n.locale) ?? 'en';
  return (
    <Menu position="top">
      <Menu.Target>
        <UnstyledButton className={classes.language} aria-label={t`Language: ${nameOf(current)}`}>
          <IconLanguage size={17} stroke={1.7} aria-hidden="true" />
          <span lang={current}>{nameOf(current)}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}
