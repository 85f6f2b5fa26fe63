import type { MantineColorsTuple } from '@mantine/core';
import { initialsOf } from '#ui/identity.ts';

type Triple = readonly [number, number, number];

/** A little over WCAG's 4.5, so that the colour is readable on the tinted grounds as well as on white. */
const READABLE = 5.2;
/** Below this its lighter shades would drown in the dark scheme. */
const DARKEST = 0.03;

const fromGamma = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const toGamma = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);

/** Red, green and blue as amounts of light. */
function lightOf(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  const part = (shift: number) => fromGamma(((value >> shift) & 255) / 255);
  return [part(16), part(8), part(0)];
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = lightOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** OKLCH: lightness, chroma and hue as the eye sees them, so that shades of one colour keep its character. */
function toLch(hex: string): Triple {
  const [r, g, b] = lightOf(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const green = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const blue = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return [lightness, Math.hypot(green, blue), Math.atan2(blue, green)];
}

function lightFrom([lightness, chroma, hue]: Triple): Triple {
  const green = chroma * Math.cos(hue);
  const blue = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * green + 0.2158037573 * blue) ** 3;
  const m = (lightness - 0.1055613458 * green - 0.0638541728 * blue) ** 3;
  const s = (lightness - 0.0894841775 * green - 1.291485548 * blue) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The nearest colour a screen can show: what is too colourful for its lightness becomes paler. */
function toHex([lightness, chroma, hue]: Triple): string {
  let light = lightFrom([lightness, chroma, hue]);
  for (let c = chroma; light.some((part) => part < -0.001 || part > 1.001) && c > 0; c -= 0.004)
    light = lightFrom([lightness, Math.max(0, c), hue]);
  const byte = (part: number) => Math.round(toGamma(Math.min(1, Math.max(0, part))) * 255);
  return `#${light.map((part) => byte(part).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour itself wherever it can be; else the nearest that white and both schemes can live with. */
function usable(hex: string): string {
  const [lightness, chroma, hue] = toLch(hex);
  let base = hex;
  for (let l = lightness; 1.05 / (luminance(base) + 0.05) < READABLE; l -= 0.005)
    base = toHex([l, chroma, hue]);
  for (let l = lightness; luminance(base) < DARKEST; l += 0.005) base = toHex([l, chroma, hue]);
  return base;
}

/** How far each shade is from near white to the base, and how much of its colour it keeps. */
const lighter = [
  [0, 0.12],
  [0.075, 0.25],
  [0.2, 0.5],
  [0.38, 0.8],
  [0.5, 1],
  [0.66, 1],
  [0.84, 1],
] as const;

/** Ten shades of a brand colour; the eighth is what buttons wear. */
export function brandRamp(hex: string): MantineColorsTuple {
  const base = usable(hex);
  const [lightness, chroma, hue] = toLch(base);
  const shade = (l: number, share: number) => toHex([l, chroma * share, hue]);
  const light = lighter.map(([way, share]) => shade(0.98 - (0.98 - lightness) * way, share));
  return [
    ...light,
    base,
    shade(lightness * 0.87, 0.95),
    shade(lightness * 0.74, 0.85),
  ] as unknown as MantineColorsTuple;
}

/** The firm's tile as the icon of the browser's tab. */
export function brandIcon({ name, color }: { name: string; color: string }): string {
  const letter = initialsOf(name, 1);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${brandRamp(color)[7]}"/><text x="16" y="22.5" font-family="sans-serif" font-size="18" font-weight="700" text-anchor="middle" fill="#fff">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
