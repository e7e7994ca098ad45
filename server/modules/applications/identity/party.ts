import { z } from 'zod';
import type { Sealed, Vault } from '../../../platform/vault/index.ts';

/** A third party as it is written to (第三十二条); as private as the applicant. */
export const partySchema = z.object({
	name: z.string().max(200).default(''),
	address: z.string().max(200).default(''),
	phone: z.string().max(100).default(''),
});
export type Party = z.output<typeof partySchema>;

function context(consultationId: number): string {
	return `third party ${consultationId}`;
}

export function sealParty(vault: Vault, consultationId: number, party: Party): Sealed {
	return vault.seal(Buffer.from(JSON.stringify(party)), context(consultationId));
}

export function openParty(vault: Vault, consultationId: number, sealed: Sealed): Party {
	return partySchema.parse(JSON.parse(vault.open(sealed, context(consultationId)).toString('utf8')));
}
