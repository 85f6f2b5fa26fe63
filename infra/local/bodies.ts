import type { IncomingMessage } from 'node:http';

/** The whole body of a request, or null when it is larger than allowed. */
export async function readBody(
  request: IncomingMessage,
  largest = Number.POSITIVE_INFINITY,
): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
