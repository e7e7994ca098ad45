import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { AppError } from '../../../kernel/errors.ts';
import { PAPER_FORMATS, type PaperFormat, writeDocx } from '../../../platform/documents/index.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { type ZipEntry, zip } from '../../../platform/zip.ts';
import { type Applicant, openApplicant } from '../identity/applicant.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import { clockView } from '../queries/clock-view.ts';
import { copiesOf, isPersonal, letterFileName } from '../queries/papers.ts';
import { checksumFile, type Leaf, placeLeaves } from '../rules/package.ts';
import { clockPaper, contentsPaper, historyPaper } from '../sheets/volume-papers.ts';
import { selectApplicant } from '../store/applicants.ts';
import type { FilePurpose } from '../store/files.ts';
import { type IssuedLetter, selectLetters, selectServices } from '../store/letters.ts';
import { originalOf } from './print-letter.ts';
import { casePaper, type PaperId } from './print-paper.ts';
import type { CaseServices } from './services.ts';

const PURPOSES: Readonly<Record<FilePurpose, string>> = {
	request: '申请材料',
	supplement: '补正材料',
	enclosure: '提供的信息',
	material: '办理材料',
	proof: '送达凭证',
};

/**
 * The whole case file as one archive (第四十五条): contents, forms, letters as issued, papers, the history, and how the
 * limit was counted; with a list of hashes. It names the applicant. Stored papers are hashed while they are packed.
 * @throws AppError `internal` when a stored paper is not what it was.
 */
export async function caseVolume(tx: Tx, services: CaseServices, record: CaseRecord): Promise<Uint8Array> {
	const leaves = placeLeaves([
		...(await forms(tx, services, record)),
		...(await letters(tx, services, record)),
		...(await papers(services, record)),
		await historyLeaf(tx, record),
		written('答复期限计算', await writeDocx(clockPaper(record, clockView(record)))),
	]);
	const contents = await writeDocx(contentsPaper(record, leaves));
	const entries: ZipEntry[] = [
		{ name: '001 卷内文件目录.docx', content: contents },
		...leaves.map(({ path, content }) => ({ name: path, content })),
	];
	const sums = entries.map(({ name, content }) => ({ path: name, sha256: sha256Of(content) }));
	return zip([...entries, { name: 'SHA256SUMS.txt', content: new TextEncoder().encode(checksumFile(sums)) }]);
}

function written(title: string, content: Uint8Array): Leaf {
	return { title, number: '', day: null, fileName: `${title}.docx`, sha256: null, content };
}

async function historyLeaf(tx: Tx, record: CaseRecord): Promise<Leaf> {
	const history = await readTimeline(tx, 'application', record.application.id);
	return written('办理经过', await writeDocx(historyPaper(record, history)));
}

/** The application and the register, and the sign-off where an answer was put to it. */
async function forms(tx: Tx, { vault }: CaseServices, record: CaseRecord): Promise<Leaf[]> {
	const applicant = await applicantOf(tx, vault, record);
	const decided = record.decisions.some(({ status }) => status === 'approved' || status === 'pending');
	const wanted: [PaperId, string][] = [
		['D01', '政府信息公开申请表'],
		['D02', '登记表'],
		...(decided ? [['D31', '公开审查呈批单'] as [PaperId, string]] : []),
	];
	const made: Leaf[] = [];
	for (const [template, title] of wanted) {
		const order = { template, letterId: null, consultationId: null };
		made.push(
			written(title, await writeDocx(await casePaper(tx, record, order, template === 'D31' ? null : applicant))),
		);
	}
	return made;
}

/** Every letter as it was issued, each followed by the proof that it was served. */
async function letters(tx: Tx, services: CaseServices, record: CaseRecord): Promise<Leaf[]> {
	const { id } = record.application;
	const served = new Set((await selectServices(tx, id)).map(({ letterId }) => letterId));
	const made: Leaf[] = [];
	for (const letter of await selectLetters(tx, id)) {
		for (const format of letter.pdf ? PAPER_FORMATS : ['docx' as const]) {
			const content = await copyOf(services, record, letter, format);
			made.push({
				title: letter.title,
				number: letter.number ?? '',
				day: letter.issuedOn,
				fileName: letterFileName(letter, format),
				sha256: record.facts.erased ? null : checked(letter.title, copiesOf(letter, format).originalSha256, content),
				content,
			});
		}
		if (!served.has(letter.id)) continue;
		const applicant = await applicantOf(tx, services.vault, record);
		const proof = { template: 'D14' as const, letterId: letter.id, consultationId: null };
		const sheet = await casePaper(tx, record, proof, letter.recipient === 'applicant' ? applicant : null);
		made.push(written(`送达回证（${letter.title}）`, await writeDocx(sheet)));
	}
	return made;
}

/** Who applied; null where that has been erased, so that forms stand without a name. */
async function applicantOf(tx: Tx, vault: Vault, { application, facts }: CaseRecord): Promise<Applicant | null> {
	if (facts.erased) return null;
	return openApplicant(vault, application.id, await selectApplicant(tx, application.id));
}

/** The letter as issued; the copy without names where the original has been erased. */
async function copyOf(
	services: CaseServices,
	{ facts }: CaseRecord,
	letter: IssuedLetter,
	format: PaperFormat,
): Promise<Buffer> {
	if (!facts.erased) return await originalOf(services, letter, format);
	return await buffer(services.files.read(copiesOf(letter, format).maskedSha256));
}

async function papers({ files }: CaseServices, record: CaseRecord): Promise<Leaf[]> {
	const made: Leaf[] = [];
	const kept = record.files.filter((file) => !(record.facts.erased && isPersonal(file)));
	for (const { purpose, fileName, sha256 } of kept) {
		const content = await buffer(files.read(sha256));
		const title = `${PURPOSES[purpose]}：${fileName}`;
		made.push({ title, number: '', day: null, fileName, sha256: checked(title, sha256, content), content });
	}
	return made;
}

function checked(title: string, sha256: string, content: Uint8Array): string {
	if (sha256Of(content) !== sha256) {
		throw new AppError('internal', { message: `《${title}》与存入时不一致，案卷未导出，请联系系统管理员。` });
	}
	return sha256;
}

function sha256Of(content: Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
