import type { Reader } from '../../../platform/transaction.ts';
import { checkFiles, findPersonalData, PERSONAL_KINDS } from '../../publishing/index.ts';
import type { Consultation } from '../model/consultation.ts';
import { selectOpinions } from '../store/comments.ts';
import { selectConsultations, selectFiles } from '../store/consultations.ts';

/** A public draft in which personal data was found: of which kinds, in how many places. */
export interface DraftLeak {
	id: number;
	officeId: number;
	number: string;
	title: string;
	kinds: string[];
	count: number;
}

/** What everybody reads of a draft; the result is read once it is published. */
async function wordsOf(reader: Reader, consultation: Consultation): Promise<string> {
	const { title, body, explanation, how, shortReason, extensionNote, state, result } = consultation;
	const told = state === 'published' ? await selectOpinions(reader, consultation.id) : [];
	const opinions = told.map(({ summary, reason }) => `${summary}\n${reason}`);
	const ended = state === 'published' ? [result, ...opinions] : [];
	return [title, body, explanation, how, shortReason, extensionNote, ...ended].join('\n');
}

/** Public drafts with personal data in their words or files, for supervision; not those files a signer gave a reason for. */
export async function leakedDrafts(reader: Reader): Promise<DraftLeak[]> {
	const { rows } = await selectConsultations(reader, { kind: 'all' }, {}, { limit: 10_000, offset: 0 });
	const found: DraftLeak[] = [];
	for (const consultation of rows.filter(({ openedAt, state }) => openedAt !== null && state !== 'withdrawn')) {
		const { id, officeId, number, title, personalReason } = consultation;
		const inFiles = personalReason === '' ? (await checkFiles(reader, await selectFiles(reader, id))).leaks : [];
		const leaks = [...findPersonalData(await wordsOf(reader, consultation)), ...inFiles];
		const kinds = [...new Set(leaks.map(({ kind }) => PERSONAL_KINDS[kind]))];
		if (leaks.length > 0) found.push({ id, officeId, number, title, kinds, count: leaks.length });
	}
	return found;
}
