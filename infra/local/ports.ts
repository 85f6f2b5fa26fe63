import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the person at the keyboard can put right; its message is all they are shown. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** Longer than any client keeps a connection, so that it is the client that lets go of an idle one. */
const KEEP_ALIVE_MS = 65_000;

/** Listens on the loopback address, and nowhere else; port 0 takes a free one. */
export async function listen(server: Server, port = 0): Promise<number> {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new StartupError(`Port ${port} is taken; stop what uses it or set FOYER_PORT.`);
    throw error;
  }
  return (server.address() as AddressInfo).port;
}

/** Stops a server without waiting for connections that nobody uses. */
export async function shut(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
