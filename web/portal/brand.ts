import type { MantineColorsTuple } from '@mantine/core';

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** WCAG 2.2 AA for text: white must be readable on the brand's buttons. */
const READABLE = 4.5;

const read = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const write = (color: Rgb) =>
  `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

const mix = (from: Rgb, to: Rgb, share: number): Rgb => {
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return [at(0), at(1), at(2)];
};

/** Relative luminance of WCAG 2.2. */
function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrastWithWhite = (color: Rgb) => 1.05 / (luminance(color) + 0.05);

/** Ten shades of a brand colour; the eighth, which buttons wear, is darkened until white is readable on it. */
export function brandRamp(hex: string): MantineColorsTuple {
  let base = read(hex);
  while (contrastWithWhite(base) < READABLE) base = mix(base, BLACK, 0.06);
  const lighter = [0.92, 0.83, 0.66, 0.5, 0.36, 0.24, 0.12].map((share) => mix(base, WHITE, share));
  const darker = [0.18, 0.36].map((share) => mix(base, BLACK, share));
  return [...lighter, base, ...darker].map(write) as unknown as MantineColorsTuple;
}
