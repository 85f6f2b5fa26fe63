import * as z from 'zod';
import { type FieldError, notFound, Refusal } from '#contracts/errors.ts';
import { bindingOf } from '../binding.ts';
import type { Turn } from '../context.ts';
import { openCursor } from '../cursor.ts';
import { env } from '../env.ts';
import { parseJson } from '../json.ts';
import type { Layer } from '../layer.ts';

const BODY_BYTES = 1024 * 1024;

/** Parameters first, because the workspace among them decides who may go on. A malformed id names nothing: 404. */
export function readParams(turn: Turn): void {
  const parsed = z.object(turn.route.params).safeParse(turn.event.pathParameters ?? {});
  if (!parsed.success) throw notFound('a path parameter has not the form of an id');
  turn.params = parsed.data;
}

/** Query and body through their schemas; every bad field is named at once, an unknown one is bad. */
export function parse(): Layer {
  return {
    before: ({ context: { turn } }) => {
      const errors: FieldError[] = [];
      turn.query = check(
        z.strictObject(turn.route.query),
        turn.event.queryStringParameters ?? {},
        '?',
        errors,
      );
      if (turn.route.body) turn.body = check(turn.route.body, readBody(turn.event), '/', errors);
      if (errors.length > 0) throw new Refusal('validation_failed', { errors });
      if (turn.route.ifMatch) turn.expected = readIfMatch(turn.event.headers['if-match']);
      openPage(turn);
    },
  };
}

function check<S extends z.ZodType>(
  schema: S,
  input: unknown,
  root: '?' | '/',
  errors: FieldError[],
): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  errors.push(...parsed.error.issues.flatMap((issue) => fieldErrors(issue, root)));
  return undefined as z.output<S>;
}

function fieldErrors(issue: z.core.$ZodIssue, root: '?' | '/'): FieldError[] {
  const pointer = root + issue.path.map(escapePointer).join('/');
  if (issue.code !== 'unrecognized_keys') return [{ pointer, code: issue.code, message: issue.message }];
  return issue.keys.map((key) => ({
    pointer: (issue.path.length > 0 ? `${pointer}/` : pointer) + escapePointer(key),
    code: 'unknown_field',
    message: 'is not a field of this request',
  }));
}

/** RFC 6901: `~` and `/` inside a name are escaped. */
const escapePointer = (part: PropertyKey) => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

function readBody(event: Turn['event']): unknown {
  const type = event.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refusal('unsupported_type', { detail: 'Send application/json.' });
  }
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString()
    : (event.body ?? '');
  if (Buffer.byteLength(text) > BODY_BYTES) throw new Refusal('payload_too_large');
  return parseJson(text);
}

/** The version in a strong ETag (RFC 9110, 13.1.1); a change without it could undo somebody else's unseen. */
function readIfMatch(header: string | undefined): number {
  const version = /^"(\d{1,15})"$/.exec(header?.trim() ?? '')?.[1];
  if (version === undefined) {
    throw new Refusal('precondition_required', {
      detail: 'Send If-Match with the ETag of the record you changed.',
    });
  }
  return Number(version);
}

/** A list's cursor becomes the position it stands for; it opens only for the question it was made for. */
function openPage(turn: Turn): void {
  const { cursor, limit, ...query } = turn.query as { cursor?: string; limit?: number };
  turn.query = query;
  turn.page = { limit };
  if (cursor !== undefined) {
    const now = Date.parse(turn.clock.now());
    turn.page.cursor = openCursor(env('FOYER_CURSOR_SECRET'), bindingOf(turn), cursor, now);
  }
}
