import type { ClientId } from '#contracts/ids.ts';
import type { ApiForm } from '../../forms/useApiForm.ts';
import type { ClientValues } from './values.ts';

/** What every step of the form is given. */
export interface ClientFormProps {
  api: ApiForm<ClientValues>;
  isNew: boolean;
  /** Codes that the server named when it refused the given one. */
  freeCodes: readonly string[];
  /** The client that is there already; a new one is coloured by its name. */
  clientId?: ClientId;
  /** Who owns the client already. */
  owner?: { id: string; name: string } | undefined;
}
