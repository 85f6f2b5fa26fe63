/**
 * The closed catalogue of errors. Every refusal the API can utter is a row here; the wire form is
 * `application/problem+json` (RFC 9457) with `code` being the key of the row.
 */
export const errorCatalogue = {
  malformed_json: { status: 400, title: 'The request body is not valid JSON' },
  bad_cursor: { status: 400, title: 'The cursor is not valid for this list' },
  unauthenticated: { status: 401, title: 'Sign in to continue' },
  limit_reached: { status: 402, title: 'The plan allows no more of these' },
  plan_required: { status: 402, title: 'The plan does not include this' },
  forbidden: { status: 403, title: 'You do not have access to this' },
  escalation: { status: 403, title: 'Nobody gives or takes rights that are not his own' },
  not_found: { status: 404, title: 'Not found' },
  email_taken: { status: 409, title: 'This e-mail address is already in use' },
  successor_needed: { status: 409, title: 'This place needs a successor' },
  hierarchy_cycle: { status: 409, title: 'A client cannot stand below itself' },
  hierarchy_limit: { status: 409, title: 'Too many clients would stand below each other' },
  merge_blocked: { status: 409, title: 'These clients cannot be merged as they are' },
  invalid_transition: { status: 409, title: 'The record cannot go from its state to that one' },
  last_owner: { status: 409, title: 'A workspace keeps at least one owner' },
  owns_clients: { status: 409, title: 'Clients are still owned by this member' },
  owes_follow_ups: { status: 409, title: 'Follow-ups are still owed by this member' },
  responsible_for_compliance: { status: 409, title: 'The member is still responsible for compliance' },
  on_account_teams: { status: 409, title: 'The member is still on account teams' },
  already_on_team: { status: 409, title: 'The member is on this account team already' },
  role_in_use: { status: 409, title: 'Members still hold this role' },
  already_member: { status: 409, title: 'This person is a member already' },
  already_invited: { status: 409, title: 'This address has an open invitation' },
  invitation_closed: { status: 409, title: 'This invitation is no longer open' },
  value_taken: { status: 409, title: 'Another client has this value already' },
  flag_taken: { status: 409, title: 'Another contact of this client has this role' },
  name_taken: { status: 409, title: 'This name is already in use' },
  code_taken: { status: 409, title: 'This client code is already in use' },
  already_assigned: { status: 409, title: 'The client has this standard already' },
  brand_in_use: { status: 409, title: 'Contacts stand for this brand alone' },
  standard_in_use: { status: 409, title: 'Clients still have this standard' },
  evidence_full: { status: 409, title: 'The requirement has as much accepted evidence as it can keep' },
  four_eyes: { status: 409, title: 'Somebody else has to accept the evidence' },
  rate_exists: { status: 409, title: 'The position has a rate from this day already' },
  rate_not_found: { status: 409, title: 'The position has no rate on this day' },
  idempotency_in_flight: { status: 409, title: 'The same request is still being processed' },
  client_merged: { status: 410, title: 'This client was merged into another one' },
  version_conflict: { status: 412, title: 'Somebody else changed this record' },
  payload_too_large: { status: 413, title: 'The request body is too large' },
  unsupported_type: { status: 415, title: 'The content type is not supported' },
  validation_failed: { status: 422, title: 'Some fields need attention' },
  invalid_money: { status: 422, title: 'An amount of money cannot be used' },
  idempotency_mismatch: { status: 422, title: 'This idempotency key was used for another request' },
  unknown_feature_key: { status: 422, title: 'There is no feature of this key' },
  precondition_required: { status: 428, title: 'If-Match is required' },
  rate_limited: { status: 429, title: 'Too many attempts' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  dependency_down: { status: 503, title: 'A service we depend on is not answering' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

/** One bad field: `pointer` is an RFC 6901 JSON pointer into the body, `?name` for a query parameter, `#Name` for a header. */
export interface FieldError {
  pointer: string;
  code: string;
  message: string;
}

/** The wire form of every error answer (RFC 9457 with our extensions). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code: ErrorCode;
  errors?: FieldError[];
  traceId: string;
  [extension: string]: unknown;
}

interface RefusalOptions {
  /** Public sentence for the reader of the answer. */
  detail?: string;
  errors?: FieldError[];
  /** Members added to the problem document, such as `limit` or `changedBy`. */
  extra?: Record<string, unknown>;
  /** Why it was refused, for the log only. */
  internal?: string;
  /** Seconds for a `Retry-After` header. */
  retryAfterSeconds?: number;
}

/** A refusal foreseen by the catalogue; anything else that is thrown becomes `internal`. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly options: RefusalOptions;

  constructor(code: ErrorCode, options: RefusalOptions = {}) {
    super(options.internal ?? options.detail ?? errorCatalogue[code].title);
    this.name = 'Refusal';
    this.code = code;
    this.options = options;
  }
}

/** The record is absent, foreign or out of sight: all three answer the same body. */
export const notFound = (internal?: string) => new Refusal('not_found', { internal });

/** One field of the body is wrong in a way that a schema cannot know. */
export const invalidField = (pointer: string, code: string, message: string) =>
  new Refusal('validation_failed', { errors: [{ pointer, code, message }] });
