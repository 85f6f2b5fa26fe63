/** What somebody typed as hundredths of a percent, or null when it is no percentage of at most two decimals. */
export function parsePercent(text: string): number | null {
  const [, sign, whole, fraction = ''] =
    /^([-\u2212]?)(\d{1,4})(?:[.,](\d{0,2}))?\s*%?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const hundredths = Number(whole + fraction.padEnd(2, '0'));
  return sign && hundredths > 0 ? -hundredths : hundredths;
}

/** Hundredths of a percent as they are typed: 1900 is 19, 525 is 5.25. */
export const percentText = (hundredths: number): string => String(hundredths / 100);
