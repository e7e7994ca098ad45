import { LIMITS, limitDay } from '../../../law/clocks.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { codeFingerprint, codeMatches, type Vault } from '../../../platform/vault/index.ts';
import { officeById, workingCalendar } from '../../offices/index.ts';
import type { Consultation } from '../model.ts';
import { typedNumber } from '../rules/numbering.ts';
import { selectByLetter, selectConsultations } from '../store/consultations.ts';

/** A consultation as its third party sees it: what would be made public and until when to answer, never who asked. */
export interface OpenedConsultation {
	applicationId: number;
	consultation: Consultation;
	officeName: string;
	letterNumber: string;
	replyBy: string;
}

/**
 * The consultation that the number of its letter and the code in it open together; null when either is wrong, without
 * telling which, after the same work.
 */
export async function findByLetter(
	reader: Reader,
	vault: Vault,
	number: string,
	code: string,
): Promise<OpenedConsultation | null> {
	const candidates = await selectByLetter(reader, typedNumber(number));
	const nobody = codeFingerprint(vault, 'nobody');
	if (candidates.length === 0) codeMatches(vault, code, nobody);
	const found = candidates.find(({ codeFingerprint: own }) => codeMatches(vault, code, own ?? nobody));
	if (!found?.codeFingerprint) return null;
	const all = await selectConsultations(reader, found.applicationId);
	const consultation = all.find(({ id }) => id === found.id);
	if (!consultation) return null;
	const office = await officeById(reader, found.officeId);
	const { latest } = await workingCalendar(reader);
	return {
		applicationId: found.applicationId,
		consultation,
		officeName: office?.name ?? '',
		letterNumber: found.letterNumber,
		replyBy: limitDay(latest, consultation.deliveredOn ?? consultation.sentOn, LIMITS.thirdParty).day,
	};
}
