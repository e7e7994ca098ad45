import { createHash } from 'node:crypto';
import { chineseDay } from '../../../kernel/civil-day.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { valueOrThrow } from '../../../kernel/result.ts';
import type { LetterId } from '../../../law/codes.ts';
import { LETTERS } from '../../../law/letters.ts';
import type { OutcomeCode, WithholdingGround } from '../../../law/outcomes.ts';
import { type RemedyKind, remedyOf } from '../../../law/remedies.ts';
import { type OfficialDocument, type PaperFormat, writePaper } from '../../../platform/documents/index.ts';
import { noteFile } from '../../../platform/files.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { openApplicant } from '../identity/applicant.ts';
import { MASKED, paperOf } from '../letters/compose.ts';
import { remedyOfLetter } from '../letters/remedy.ts';
import { commonValues } from '../letters/values.ts';
import type { Application } from '../model.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import { numberingOf } from '../queries/numbering.ts';
import { type Wording, wordingOf } from '../queries/wordings.ts';
import { formatNumber } from '../rules/numbering.ts';
import { selectApplicant } from '../store/applicants.ts';
import { nextNumber } from '../store/counters.ts';
import { insertLetter, type LetterCopies } from '../store/letters.ts';
import type { CaseServices } from './services.ts';

export interface LetterOrder {
	readonly template: LetterId;
	/** Blanks beyond the common ones. */
	readonly values: Readonly<Record<string, string>>;
	/** For an answer: decides body, articles and remedy. */
	readonly outcome?: OutcomeCode;
	readonly withheld?: readonly WithholdingGround[];
	readonly enclosures?: readonly string[];
	/** Articles cited, where they are not those of the letter or the outcome. */
	readonly basis?: string;
	/** Reader other than the applicant: an office by name, a third party under seal. */
	readonly reader?: string;
}

/**
 * Issues a letter: number, body, remedy of the day, two copies (the original sealed, a masked one), the row. Does not touch
 * the state of the case. @throws AppError `invalid` when a remedy cannot be told because the office lacks its fields.
 */
export async function issueLetter(
	tx: Tx,
	services: CaseServices,
	record: CaseRecord,
	order: LetterOrder,
): Promise<number> {
	const { application, office } = record;
	const { to, numbered } = LETTERS[order.template];
	const wording = await wordingOf(tx, order.template, order.outcome);
	const remedy = valueOrThrow(remedyText(tx.today, record, order));
	const sealed = await selectApplicant(tx, application.id);
	const { name } = openApplicant(services.vault, application.id, sealed);
	// The number last: its counter is locked until commit.
	const number = numbered ? await takeNumber(tx, record) : null;
	const head = { ...order, wording, issuer: office.name, number: number?.text, office, day: chineseDay(tx.today) };
	const values = {
		...commonValues(record, order, tx.today),
		...order.values,
		letterNumber: number?.text ?? '',
		remedy,
	};
	const reader = order.reader ?? name;
	const original = paperOf({ ...head, reader }, { ...values, applicantName: name });
	// Offices are named openly; whoever else reads a letter is nobody's business, and a code opens the case.
	const codes = ['queryCode', 'replyCode'].filter((key) => key in values).map((key) => [key, MASKED]);
	const hidden = { ...values, applicantName: MASKED, ...Object.fromEntries(codes) };
	const masked = paperOf({ ...head, reader: to === 'agency' ? reader : MASKED }, hidden);
	return await keepLetter(tx, services, application, order, { wording, number, original, masked });
}

function remedyText(today: string, record: CaseRecord, order: LetterOrder) {
	return remedyOfLetter(remedyKind(today, order), record);
}

/** What would keep this letter from being issued, such as an office without a review body. */
export function letterOrderIssues(today: string, record: CaseRecord, order: LetterOrder): readonly Issue[] {
	const remedy = remedyText(today, record, order);
	return remedy.ok ? [] : remedy.issues.map(({ key, message }) => ({ key, message }));
}

function remedyKind(today: string, { template, outcome, withheld }: LetterOrder): RemedyKind {
	const { remedy } = LETTERS[template];
	if (remedy === 'outcome') return outcome ? remedyOf(outcome, { decidedOn: today, withheld }) : 'R2';
	return remedy === 'none' ? 'R0' : remedy;
}

async function takeNumber(tx: Tx, { office }: CaseRecord) {
	const { mark, letterPattern } = await numberingOf(tx, office);
	const year = Number(tx.today.slice(0, 4));
	const seq = await nextNumber(tx, office.id, 'letter', year);
	return { text: formatNumber(letterPattern, mark, year, seq), year, seq };
}

interface Written {
	wording: Wording;
	number: { text: string; year: number; seq: number } | null;
	original: OfficialDocument;
	masked: OfficialDocument;
}

async function keepLetter(
	tx: Tx,
	services: CaseServices,
	{ id, officeId }: Application,
	{ template }: LetterOrder,
	{ wording, number, ...papers }: Written,
): Promise<number> {
	const { to } = LETTERS[template];
	const docx = await keepCopies(tx, services, 'docx', papers);
	const { originalSha256, sealedSha256, maskedSha256 } = await keepCopies(tx, services, 'pdf', papers);
	return await insertLetter(tx, {
		applicationId: id,
		officeId,
		template,
		title: wording.title,
		wordingId: wording.id,
		recipient: to === 'office' ? 'file' : to,
		number,
		...docx,
		pdf: { originalSha256, sealedSha256, maskedSha256 },
	});
}

/** The letter in one format: what was sent, sealed to its own hash, and the copy without names. */
async function keepCopies(
	tx: Tx,
	{ vault, files, maxUpload, fontDir }: CaseServices,
	format: PaperFormat,
	{ original, masked }: Pick<Written, 'original' | 'masked'>,
): Promise<LetterCopies & { keyId: string; size: number }> {
	const bytes = await writePaper(original, format, fontDir);
	const originalSha256 = createHash('sha256').update(bytes).digest('hex');
	const sealed = vault.seal(bytes, letterContext(originalSha256));
	const sealedFile = await files.put(sealed.bytes, maxUpload);
	const maskedFile = await files.put(await writePaper(masked, format, fontDir), maxUpload);
	for (const file of [sealedFile, maskedFile]) await noteFile(tx.sql, file);
	return {
		originalSha256,
		keyId: sealed.keyId,
		sealedSha256: sealedFile.sha256,
		maskedSha256: maskedFile.sha256,
		size: bytes.length,
	};
}

/** What a sealed letter is bound to: its own hash. */
export function letterContext(originalSha256: string): string {
	return `letter ${originalSha256}`;
}
