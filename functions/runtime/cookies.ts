/** Cookies of one request and those its answer sets. */
export interface Cookies {
  get(name: string): string | undefined;
  /** Host-only, HttpOnly, SameSite=Strict; `__Host-` names demand exactly this. */
  set(name: string, value: string, maxAgeSeconds: number): void;
  clear(name: string): void;
  /** The `Set-Cookie` lines of the answer. */
  readonly lines: readonly string[];
}

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

export function cookieJar(sent: readonly string[] = []): Cookies {
  const lines: string[] = [];
  return {
    get(name) {
      const pair = sent.find((cookie) => cookie.startsWith(`${name}=`));
      return pair?.slice(name.length + 1) || undefined;
    },
    set(name, value, maxAgeSeconds) {
      lines.push(`${name}=${value}; Max-Age=${maxAgeSeconds}; ${ATTRIBUTES}`);
    },
    clear(name) {
      lines.push(`${name}=; Max-Age=0; ${ATTRIBUTES}`);
    },
    lines,
  };
}
