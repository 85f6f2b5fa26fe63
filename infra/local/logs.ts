import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** Lines of each part kept in memory, for tests and for whoever asks. */
const KEPT_LINES = 500;

export interface Logs {
  /** A line of a part of the cloud. */
  write(part: string, line: string): void;
  /** A line that the screen shall show too. */
  error(part: string, line: string): void;
  recent(part: string): readonly string[];
  close(): void;
}

/** Errors as Powertools logs them; anything else a function prints is its own business. */
const isError = (line: string) => /"level":\s*"(ERROR|CRITICAL)"/.test(line);

/** What a structured line comes down to; the whole of it is in the file. */
function gist(line: string): string {
  try {
    const { message, reason, traceId } = JSON.parse(line);
    return [message, reason, traceId && `trace ${traceId}`].filter(Boolean).join(' · ');
  } catch {
    return line;
  }
}

/** Logs of every part: in memory, and in files of their own when there is a folder. */
export function openLogs(folder: string | null, screen: (line: string) => void): Logs {
  const recent = new Map<string, string[]>();
  const files = new Map<string, WriteStream>();
  let closed = false;
  if (folder) mkdirSync(folder, { recursive: true });

  const fileOf = (part: string): WriteStream | null => {
    if (!folder || closed) return null;
    let file = files.get(part);
    if (!file) {
      // Each start begins anew: a log that only grows is a log nobody opens.
      file = createWriteStream(join(folder, `${part}.log`), { flags: 'w' });
      file.on('error', () => {});
      files.set(part, file);
    }
    return file;
  };

  const write = (part: string, line: string) => {
    const lines = recent.get(part) ?? [];
    recent.set(part, lines);
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    fileOf(part)?.write(`${line}\n`);
    if (isError(line)) screen(`${part}: ${gist(line)}`);
  };

  return {
    write,
    error(part, line) {
      write(part, line);
      if (!isError(line)) screen(`${part}: ${line}`);
    },
    recent: (part) => recent.get(part) ?? [],
    close() {
      closed = true;
      for (const file of files.values()) file.end();
    },
  };
}

/** Cuts what a stream brings into lines. */
export function eachLine(stream: NodeJS.ReadableStream, line: (text: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) line(text);
  });
  stream.on('end', () => {
    if (rest) line(rest);
  });
}
