const BASE = 36;
const LEAST = 1;
const MOST = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;

/** A label of a domain as people read it; one that is plain, or no punycode after all, stays as it is. */
export function labelText(label: string): string {
  return label.startsWith('xn--') ? decode(label.slice(4)) || label : label;
}

/** RFC 3492, 6.2; null for what it cannot have encoded. */
function decode(text: string): string | null {
  const basic = text.lastIndexOf('-');
  const codes = basic > 0 ? [...text.slice(0, basic)].map((letter) => letter.charCodeAt(0)) : [];
  let [code, place, bias] = [FIRST_CODE, 0, FIRST_BIAS];
  for (let index = basic > 0 ? basic + 1 : 0; index < text.length; ) {
    const from = place;
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = digitOf(text.charCodeAt(index++));
      if (digit === null) return null;
      place += digit * weight;
      const threshold = Math.min(Math.max(step - bias, LEAST), MOST);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const count = codes.length + 1;
    bias = adapted(place - from, count, from === 0);
    code += Math.floor(place / count);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    place %= count;
    codes.splice(place++, 0, code);
  }
  return String.fromCodePoint(...codes);
}

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35; past the end there is nothing. */
function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  return null;
}

/** RFC 3492, 6.1. */
function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let bias = 0;
  for (; rest > ((BASE - LEAST) * MOST) / 2; bias += BASE) rest = Math.floor(rest / (BASE - LEAST));
  return bias + Math.floor(((BASE - LEAST + 1) * rest) / (rest + SKEW));
}
