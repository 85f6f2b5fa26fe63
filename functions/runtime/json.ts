import { Refusal } from '#contracts/errors.ts';

/**
 * JSON in which every name of an object is there once. `JSON.parse` takes the last of two silently, and a
 * reader before or behind us may take the first (RFC 8259, 4): such a body is refused.
 * @throws {Refusal} `malformed_json`
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (hasDuplicateName(text)) throw new Refusal('malformed_json', { detail: 'A name is there twice.' });
    return value;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('malformed_json');
  }
}

/** Walks the tokens of a text that is known to be JSON; a string before a colon is a name of the open object. */
function hasDuplicateName(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*(:?)|[{}]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (string && colon) {
      const names = open.at(-1);
      const name: string = JSON.parse(string);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
