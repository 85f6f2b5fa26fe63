import type { ClientId } from '#contracts/ids.ts';
import * as Moves from '#domain/requirement-moves.ts';
import * as Requirements from '#domain/requirements.ts';
import * as Standards from '#domain/standards.ts';
import type { World } from '../world.ts';
import type { DemoClient } from './clients.ts';
import { demoRequirements, demoStandards } from './compliance.ts';

type Acting = ReturnType<World['acting']>;

/** Writes down what the demo may ask of its clients. */
export async function seedStandards(as: Acting): Promise<void> {
  for (const standard of demoStandards) await Standards.create(as, standard);
}

/** Gives a client of the demo what it has to meet, with evidence for what it meets. */
export async function seedRequirements(
  as: Acting,
  client: DemoClient,
  clientId: ClientId,
  dayFromNow: (days: number) => string,
): Promise<void> {
  for (const { standardKey, metFor, dueIn } of demoRequirements(client)) {
    const made = await Requirements.assign(as, clientId, {
      standardKey,
      dueOn: dueIn === undefined ? null : dayFromNow(dueIn),
    });
    if (metFor === undefined) continue;
    const proven = await Moves.addEvidence(
      as,
      clientId,
      made.id,
      {
        label: `${made.standardName}, signed`,
        url: `https://files.example/${standardKey}.pdf`,
        issuedOn: dayFromNow(-300),
        expiresOn: metFor === null ? null : dayFromNow(metFor),
      },
      made.version,
    );
    const [evidence] = proven.evidence;
    if (!evidence) throw new Error('the evidence is not there');
    const place = { clientId, requirementId: made.id, evidenceId: evidence.id };
    await Moves.reviewEvidence(as, place, { decision: 'accepted' }, proven.version);
  }
}
