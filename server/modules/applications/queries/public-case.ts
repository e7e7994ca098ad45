import type { Reader } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { codeFingerprint, codeMatches } from '../../../platform/vault/index.ts';
import type { Application } from '../model.ts';
import { typedNumber } from '../rules/numbering.ts';
import { selectByNumber } from '../store/applications.ts';
import { type IssuedLetter, selectLetters, selectServices } from '../store/letters.ts';
import { type CaseRecord, caseRecord } from './case-record.ts';

/**
 * The case that number and query code open together; null when either is wrong, without telling which. The work is the
 * same for an unknown number, so that the time it takes does not tell either.
 */
export async function findByCode(
	reader: Reader,
	vault: Vault,
	number: string,
	code: string,
): Promise<Application | null> {
	const candidates = await selectByNumber(reader, typedNumber(number));
	const nobody = codeFingerprint(vault, 'nobody');
	if (candidates.length === 0) codeMatches(vault, code, nobody);
	const found = candidates.find(({ queryFingerprint }) => codeMatches(vault, code, queryFingerprint ?? nobody));
	return found?.queryFingerprint ? found : null;
}

export interface PublicLetter extends Pick<IssuedLetter, 'id' | 'title' | 'number' | 'issuedOn'> {
	servedOn: string | null;
	hasPdf: boolean;
}

export interface PublicCase {
	record: CaseRecord;
	/** Letters addressed to the applicant that have been issued; the answer only once it is on its way. */
	letters: PublicLetter[];
}

/** What the applicant may see of the own case. */
export async function publicCase(reader: Reader, application: Application): Promise<PublicCase> {
	const record = await caseRecord(reader, application);
	const services = await selectServices(reader, application.id);
	const answers = record.decisions.map(({ letterId }) => letterId);
	const sent = (id: number) => !answers.includes(id) || services.some(({ letterId }) => letterId === id);
	const issued = await selectLetters(reader, application.id);
	const letters = issued.filter(({ recipient, id }) => recipient === 'applicant' && sent(id));
	return {
		record,
		letters: letters.map(({ id, title, number, issuedOn, pdf }) => {
			const service = services.find(({ letterId }) => letterId === id);
			return { id, title, number, issuedOn, servedOn: service?.servedOn ?? null, hasPdf: pdf !== null };
		}),
	};
}
