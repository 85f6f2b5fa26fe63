import type { I18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { localStorageColorSchemeManager, MantineProvider, type MantineThemeOverride } from '@mantine/core';
import type { ReactNode } from 'react';
import { Toasts } from './Toasts.tsx';
import { cssVariablesResolver } from './theme.ts';

/** The same key is read by `scheme.js` before the first paint. */
const colorScheme = localStorageColorSchemeManager({ key: 'color-scheme' });

export interface ProviderProps {
  i18n: I18n;
  theme: MantineThemeOverride;
  children: ReactNode;
}

/** Theme, language and toasts; the outermost element of both apps. */
export function Provider({ i18n, theme, children }: ProviderProps) {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={colorScheme}
        defaultColorScheme="auto"
      >
        <Toasts />
        {children}
      </MantineProvider>
    </I18nProvider>
  );
}
