import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brandRamp } from '../../web/portal/brand.ts';
import { darkTokens, gray, portalLightTokens } from '../../web/ui/tokens.ts';

/** WCAG 2.2, written apart from the product's own. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const canvas = portalLightTokens['--fy-canvas'] ?? '';
const active = darkTokens['--fy-active'] ?? '';
const darkPanel = darkTokens['--fy-panel'] ?? '';

test('of whatever colour a firm has, its words are readable on every ground of both schemes', () => {
  fc.assert(
    fc.property(color, (hex) => {
      const ramp = brandRamp(hex);
      for (const shade of ramp) expect(shade).toMatch(/^#[0-9a-f]{6}$/);
      for (const ground of ['#ffffff', canvas, gray[1], ramp[0]])
        expect(contrast(ramp[7], ground), `${hex} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ramp[3], active), `${hex} on ${active}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ramp[4], darkPanel), `${hex} on ${darkPanel}`).toBeGreaterThanOrEqual(3);
    }),
    {
      numRuns: 500,
      examples: [['#000000'], ['#ffffff'], ['#ffd400'], ['#0000ff'], ['#000080'], ['#ff00ff']],
    },
  );
});

test('a colour that is readable as it is stays exactly as the firm chose it', () => {
  for (const hex of ['#0f766a', '#504cd0', '#b4451f']) expect(brandRamp(hex)[7]).toBe(hex);
});
