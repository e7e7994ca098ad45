import type { Sealed, Vault } from '../../../platform/vault/index.ts';

function context(remedyId: number): string {
	return `claimant ${remedyId}`;
}

/** Who brought a review or a suit, where it is not the applicant; as private as the applicant. */
export function sealClaimant(vault: Vault, remedyId: number, name: string): Sealed {
	return vault.seal(Buffer.from(name, 'utf8'), context(remedyId));
}

export function openClaimant(vault: Vault, remedyId: number, sealed: Sealed): string {
	return vault.open(sealed, context(remedyId)).toString('utf8');
}
