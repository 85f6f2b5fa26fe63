import type {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  CSSVariablesResolver,
  Drawer,
  Input,
  MantineColorsTuple,
  MantineThemeOverride,
  Menu,
  Modal,
  Popover,
  Tooltip,
} from '@mantine/core';
import { createTheme } from '@mantine/core';
import { dark, darkTokens, gray, indigo, lightTokens, portalLightTokens, red, teal } from './tokens.ts';

type App = 'staff' | 'portal';
type SizeTable = Record<string, readonly [height: number, padding: number, font: number]>;

/** What a component may be given by the theme. By type only, as naming a component would load it. */
type Themed<C extends { extend: (theme: never) => unknown }> = Parameters<C['extend']>[0];

const buttonSizes: Record<App, SizeTable> = {
  staff: { xs: [28, 10, 12.5], sm: [32, 12, 13], md: [40, 16, 14] },
  portal: { xs: [32, 12, 13], sm: [40, 16, 14.5], md: [48, 20, 16] },
};
const inputSizes: Record<App, SizeTable> = {
  staff: { xs: [28, 10, 12.5], sm: [34, 12, 13], md: [44, 15, 15] },
  portal: { xs: [36, 12, 14], sm: [44, 14, 16], md: [48, 16, 16] },
};

const px = (value: number | undefined) => (value === undefined ? undefined : `${value}px`);

/** Component sizes go through `vars`, so Mantine's own `size` names keep working. */
function components(app: App): MantineThemeOverride['components'] {
  const controlRadius = app === 'portal' ? 10 : 6;
  return {
    Button: {
      defaultProps: { size: 'sm', radius: controlRadius },
      vars: (_theme, props) => {
        const [height, padding, font] = buttonSizes[app][props.size ?? 'sm'] ?? [];
        return {
          root: {
            '--button-height': px(height),
            '--button-padding-x': px(padding),
            '--button-fz': px(font),
          },
        };
      },
    } satisfies Themed<typeof Button>,
    Input: {
      defaultProps: { size: 'sm', radius: controlRadius },
      vars: (_theme, props) => {
        const [height, padding, font] = inputSizes[app][props.size ?? 'sm'] ?? [];
        return {
          wrapper: {
            '--input-height': px(height),
            '--input-padding-x': px(padding),
            '--input-fz': px(font),
            '--input-size': px(height),
          },
        };
      },
    } satisfies Themed<typeof Input>,
    InputWrapper: { defaultProps: { inputWrapperOrder } } satisfies Themed<typeof Input.Wrapper>,
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', c: 'dimmed', size: app === 'portal' ? 40 : 28 },
    } satisfies Themed<typeof ActionIcon>,
    Badge: { defaultProps: { variant: 'light', tt: 'none', radius: 5, color: 'gray' } } satisfies Themed<
      typeof Badge
    >,
    Checkbox: { defaultProps: { size: 'xs', radius: 4 } } satisfies Themed<typeof Checkbox>,
    Drawer: { defaultProps: { position: 'right', offset: 8, radius: 12, overlayProps } } satisfies Themed<
      typeof Drawer
    >,
    DrawerRoot: { defaultProps: { position: 'right', offset: 8, radius: 12 } } satisfies Themed<
      typeof Drawer.Root
    >,
    Modal: { defaultProps: { radius: 12, centered: true, overlayProps } } satisfies Themed<typeof Modal>,
    DrawerHeader: { defaultProps: notABanner } satisfies Themed<typeof Drawer.Header>,
    ModalHeader: { defaultProps: notABanner } satisfies Themed<typeof Modal.Header>,
    Menu: { defaultProps: menuDefaults } satisfies Themed<typeof Menu>,
    Popover: { defaultProps: { shadow: 'md', radius: 8 } } satisfies Themed<typeof Popover>,
    Tooltip: { defaultProps: { openDelay: 400, radius: 6, events: tooltipEvents } } satisfies Themed<
      typeof Tooltip
    >,
  };
}

const inputWrapperOrder: ('label' | 'description' | 'input' | 'error')[] = [
  'label',
  'description',
  'input',
  'error',
];
/** A dialog's `header` would otherwise count as a second page banner. */
const notABanner = { role: 'presentation' };
/** Without the placeholder, as `role=menu` may hold items only. */
const menuDefaults = {
  shadow: 'md',
  radius: 8,
  position: 'bottom-end' as const,
  width: 200,
  withInitialFocusPlaceholder: false,
};
const overlayProps = { color: 'var(--fy-veil)', backgroundOpacity: 1, blur: 0 };
const tooltipEvents = { hover: true, focus: true, touch: false };
const family = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

function baseTheme(app: App): MantineThemeOverride {
  return {
    colors: { gray, dark, indigo, teal, red },
    black: gray[9],
    fontFamily: family,
    fontWeights: { regular: '400', medium: '500', bold: '600' },
    headings: { fontFamily: family, fontWeight: '600' },
    fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
    spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
    radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
    defaultRadius: 'sm',
    cursorType: 'pointer',
    respectReducedMotion: true,
    autoContrast: true,
    shadows: { md: 'var(--fy-shadow)', lg: 'var(--fy-shadow)', xl: 'var(--fy-shadow)' },
    components: components(app),
    other: { app },
  };
}

export const staffTheme = createTheme({
  ...baseTheme('staff'),
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 6 },
});

/** White-label theme: ten shades of one workspace colour, of which the seventh carries white text. */
export function portalTheme(brandRamp: MantineColorsTuple) {
  const base = baseTheme('portal');
  return createTheme({
    ...base,
    colors: { ...base.colors, brand: brandRamp },
    primaryColor: 'brand',
    primaryShade: { light: 7, dark: 7 },
    fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '17px', xl: '24px' },
  });
}

/** One resolver for both apps, as the accent follows the theme's own primary ramp. */
export const cssVariablesResolver: CSSVariablesResolver = (theme) => {
  const ramp = theme.colors[theme.primaryColor] ?? indigo;
  const portal = theme.other.app === 'portal';
  const shared = {
    '--mantine-color-body': 'var(--fy-panel)',
    '--mantine-color-error': 'var(--fy-bad-text)',
    '--mantine-color-default': 'var(--fy-panel)',
    '--mantine-color-default-hover': 'var(--fy-hover)',
    '--mantine-color-default-border': 'var(--fy-control-line)',
    '--mantine-color-anchor': 'var(--fy-accent-text)',
  };
  return {
    variables: { '--fy-h1': portal ? '24px' : '20px' },
    light: {
      ...shared,
      ...lightTokens,
      ...(portal ? portalLightTokens : {}),
      '--fy-accent': ramp[7],
      '--fy-accent-text': ramp[7],
      '--fy-accent-bg': ramp[0],
      '--mantine-color-text': gray[9],
      '--mantine-color-dimmed': gray[7],
      '--mantine-color-placeholder': gray[7],
      '--mantine-color-default-color': gray[9],
    },
    dark: {
      ...shared,
      ...darkTokens,
      '--fy-accent': ramp[4],
      '--fy-accent-text': ramp[3],
      '--fy-accent-bg': `color-mix(in srgb, ${ramp[5]} 16%, transparent)`,
      '--mantine-color-text': dark[0],
      '--mantine-color-dimmed': dark[1],
      '--mantine-color-placeholder': dark[1],
      '--mantine-color-default-color': dark[0],
    },
  };
};
