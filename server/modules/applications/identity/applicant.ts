import { z } from 'zod';
import type { Sealed, Vault } from '../../../platform/vault/index.ts';

const text = z.string().default('');

/** 身份证明 of a natural person. */
export const ID_KINDS = {
	idCard: '居民身份证',
	hkMacao: '港澳居民来往内地通行证',
	taiwan: '台湾居民来往大陆通行证',
	passport: '护照',
	officer: '军官证',
	other: '其他证件',
} as const;
export type IdKind = keyof typeof ID_KINDS;

/** Who applies: everything that must never stand in a list, a log or an error. Empty text = not given. */
export const applicantSchema = z.object({
	/** 姓名, or 名称 of a legal person or organisation. */
	name: text,
	idKind: z.enum(Object.keys(ID_KINDS) as [IdKind, ...IdKind[]]).default('idCard'),
	idNumber: text,
	workUnit: text,
	/** 统一社会信用代码. */
	creditCode: text,
	legalRepresentative: text,
	contactPerson: text,
	phone: text,
	fax: text,
	email: text,
	address: text,
	postcode: text,
	/** 代理人, with what gives them authority; empty when the applicant acts alone. */
	agentName: text,
	agentIdNumber: text,
	agentPhone: text,
	agentAuthority: text,
});

export type Applicant = z.output<typeof applicantSchema>;

export function applicantOf(given: Partial<Applicant>): Applicant {
	return applicantSchema.parse(given);
}

function context(applicationId: number): string {
	return `applicant ${applicationId}`;
}

export function sealApplicant(vault: Vault, applicationId: number, applicant: Applicant): Sealed {
	return vault.seal(Buffer.from(JSON.stringify(applicant)), context(applicationId));
}

export function openApplicant(vault: Vault, applicationId: number, sealed: Sealed): Applicant {
	return applicantSchema.parse(JSON.parse(vault.open(sealed, context(applicationId)).toString('utf8')));
}

/** Names differ in spaces, width and case; numbers also in dashes. */
function plain(value: string): string {
	return value
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\-—·.]/g, '');
}

/**
 * Fingerprint by which the same applicant is found again: by 证件号码 or 统一社会信用代码, else by name and telephone.
 * Null when there is too little to tell two people apart.
 */
export function applicantFingerprint(vault: Vault, natural: boolean, applicant: Applicant): string | null {
	const number = plain(natural ? applicant.idNumber : applicant.creditCode);
	if (number) return vault.fingerprint(natural ? 'person' : 'organisation', number);
	const [name, phone] = [plain(applicant.name), plain(applicant.phone)];
	return name && phone ? vault.fingerprint('nameAndPhone', `${name}\n${phone}`) : null;
}
