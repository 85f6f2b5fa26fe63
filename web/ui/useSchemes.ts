import { useLingui } from '@lingui/react/macro';
import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

/** The ways the app can look, the one chosen, and the choice of another. */
export function useSchemes() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { id: 'light', label: t`Light`, Icon: IconSun },
    { id: 'dark', label: t`Dark`, Icon: IconMoon },
    { id: 'auto', label: t`Like the system`, Icon: IconDeviceDesktop },
  ] as const;
  return {
    schemes,
    chosen: colorScheme,
    choose(id: string) {
      const scheme = schemes.find((one) => one.id === id);
      if (scheme) setColorScheme(scheme.id);
    },
  };
}
