import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Client } from '#contracts/schemas/client.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { ClientDrawer } from './form/ClientDrawer.tsx';
import { placeOf, useClientWords } from './form/fields.ts';
import { useClientCheck } from './form/useClientCheck.ts';
import { useFreeCodes } from './form/useFreeCodes.ts';
import { type ClientField, type ClientValues, differing, toPatch, valuesOf } from './form/values.ts';
import { clientDetail, keepClient } from './queries.ts';

/** Read when somebody else was faster. */
const CompareDialog = onDemand(async () => (await import('./form/CompareDialog.tsx')).CompareDialog);

export const route = createLazyRoute('/app/clients/$clientId/overview/edit')({ component: EditClient });

function EditClient() {
  const { workspaceId } = useHere();
  const { clientId } = route.useParams();
  const { data } = useQuery(clientDetail(workspaceId, clientId));
  return data ? <Editor client={data} /> : null;
}

/** Edits the client as it was when the form opened; what happens meanwhile is compared, not overwritten. */
function Editor({ client: current }: { client: Client }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const { workspaceId } = useHere();
  const words = useClientWords();
  const codes = useFreeCodes();
  const base = useRef(current);
  const [theirs, setTheirs] = useState<Client>();

  const save = async (values: ClientValues, fields: readonly ClientField[]) => {
    const client = base.current;
    if (fields.length > 0) {
      const answer = await api.clients.update({
        params: { workspaceId, clientId: client.id },
        body: toPatch(values, fields),
        ifMatch: client.version,
      });
      keepClient(workspaceId, bodyOf(answer));
    }
    toast.ok(<Trans>{values.name} was saved</Trans>);
  };

  const form = useApiForm<ClientValues>({
    initial: valuesOf(base.current),
    place: (path, values) => placeOf(words, values, path),
    check: useClientCheck(),
    onError: (error) => {
      if (error.status === 412) {
        void compare();
        return true;
      }
      const text = codes.read(error);
      if (text) form.fail({ code: text });
      return text !== null;
    },
    send: (values) => save(values, differing(values, valuesOf(base.current))),
  });
  const guard = useLeaveGuard(form.isDirty);

  const compare = async () => {
    const detail = clientDetail(workspaceId, base.current.id);
    try {
      setTheirs(await queryClient.fetchQuery({ ...detail, staleTime: 0 }));
    } catch (error) {
      form.explain(error);
    }
  };

  // To where it was opened: the record, or the list with its filters.
  const close = () => {
    if (canGoBack) router.history.back();
    else void navigate({ to: '/clients/$clientId', params: { clientId: base.current.id } });
  };

  /** The newer record becomes the ground that the fields kept as mine are put on. */
  const merge = (newer: Client, mine: readonly ClientField[]) => {
    const merged = { ...valuesOf(newer), ...pick(form.form.getValues(), mine) };
    base.current = newer;
    setTheirs(undefined);
    form.form.setValues(merged);
    void form.submit(close);
  };

  return (
    <ClientDrawer
      api={form}
      isNew={false}
      clientId={base.current.id}
      freeCodes={codes.free}
      owner={{ id: base.current.ownerId, name: base.current.ownerName }}
      title={t`Edit ${base.current.name}`}
      onClose={close}
      guard={guard}
      onSubmit={() => void form.submit(close)}
      submitLabel={t`Save changes`}
    >
      {theirs ? (
        <CompareDialog
          base={base.current}
          mine={form.form.getValues()}
          theirs={theirs}
          onClose={() => setTheirs(undefined)}
          onDone={(fields) => merge(theirs, fields)}
        />
      ) : null}
    </ClientDrawer>
  );
}

const pick = (values: ClientValues, fields: readonly ClientField[]): Partial<ClientValues> =>
  Object.fromEntries(fields.map((field) => [field, values[field]]));
