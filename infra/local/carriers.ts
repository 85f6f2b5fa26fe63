import { type Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/** Carries a request out; without a response, its answer is lost. */
export type Carrier = (
  request: IncomingMessage,
  response: ServerResponse | null,
  body: Buffer,
  operation: string,
) => Promise<void>;

/** What a part inside this process answers. */
export interface Answer {
  status: number;
  /** Of an error. */
  type?: string;
  body: object;
}

export function refuse(response: ServerResponse, type: string, message: string, status = 400): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message, Message: message }));
}

/** Passes requests on to a part that listens. */
export const forwardTo =
  (upstream: string, agent: Agent): Carrier =>
  (request, response, body) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { 'transfer-encoding': _chunked, ...headers } = request.headers;
    const onward = httpRequest(
      upstream + (request.url ?? '/'),
      { method: request.method ?? 'POST', headers: { ...headers, 'content-length': body.length }, agent },
      (answer) => {
        if (!response) return void answer.resume().once('close', resolve);
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.once('error', () => response.destroy());
        response.once('close', resolve);
      },
    );
    onward.once('error', () => {
      // As a lost connection to the real service: the SDK tries again.
      response?.destroy();
      resolve();
    });
    onward.end(body);
    return promise;
  };

/** Hands requests to a part inside this process; what it throws is the caller's fault. */
export const answeredBy =
  (part: (operation: string, input: unknown) => Answer): Carrier =>
  async (_request, response, body, operation) => {
    try {
      const { status, type, body: said } = part(operation, JSON.parse(body.toString('utf8')));
      response?.writeHead(status, {
        'content-type': 'application/x-amz-json-1.0',
        ...(type && { 'x-amzn-errortype': type }),
      });
      response?.end(JSON.stringify(type ? { __type: type, ...said } : said));
    } catch (error) {
      const [name, message] = error instanceof Error ? [error.name, error.message] : ['Error', String(error)];
      if (response) refuse(response, name === 'ZodError' ? 'ValidationException' : name, message);
    }
  };
