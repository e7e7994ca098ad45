import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, officeById } from '../../offices/index.ts';
import type { DocumentContent } from '../model.ts';
import { plainText } from '../rules/body.ts';
import { responsibleFor } from '../rules/origin.ts';
import { type Hint, type ProofLists, proofread } from '../rules/proof/index.ts';
import { linksOf } from '../rules/proof/links.ts';
import { selectAlike, selectPublicIds } from '../store/alike.ts';
import { selectAttachments } from '../store/attachments.ts';
import { selectFileTexts } from '../store/file-texts.ts';

const hint = (kind: Hint['kind'], message: string, around = ''): Hint => ({ kind, message, around });

/** What a reader should look at once more before this goes out; advice, which bars nothing. */
export async function hintsOf(
	reader: Reader,
	{ id, officeId }: { id: number; officeId: number },
	content: DocumentContent,
): Promise<Hint[]> {
	const { publishing, site } = await countySettings(reader);
	const text = [content.title, content.summary, plainText(content.body)].join('\n');
	const unlinked = content.type === 'interpretation' && content.interprets == null;
	return [
		...(await originHints(reader, officeId, content)),
		...(unlinked ? [hint('link', '政策解读没有关联被解读的文件，公开后双方页面不能互相找到。')] : []),
		...(await alikeHints(reader, id, officeId, content)),
		...(await linkHints(reader, content.body, site.domain)),
		...proofread(text, { formedOn: content.formedOn, today: reader.today, lists: publishing }),
		...(await fileHints(reader, id, content, publishing)),
	];
}

/** Another agency makes it public by 条例第十条, and nobody has said why this one does. */
async function originHints(reader: Reader, officeId: number, { origin }: DocumentContent): Promise<Hint[]> {
	if (!origin || origin.kind === 'own') return [];
	const office = await officeById(reader, officeId);
	const { warning } = responsibleFor(origin, office ? [office.name, office.shortName] : []);
	return warning ? [hint('origin', warning.message)] : [];
}

/** Longer files are mostly tables and lists, which say little of how they are written. */
const MOST_TEXT = 100_000;
const MOST_PER_FILE = 10;

/** The same of what its attachments say. Marks are left out: a file's text does not keep what stood together. */
async function fileHints(
	reader: Reader,
	documentId: number,
	{ attachments, formedOn }: DocumentContent,
	lists: ProofLists,
): Promise<Hint[]> {
	const shown = (await selectAttachments(reader, documentId)).filter(({ id }) => attachments.includes(id));
	const texts = await selectFileTexts(
		reader,
		shown.map(({ sha256 }) => sha256),
	);
	return shown.flatMap(({ sha256, fileName }) => {
		const text = (texts.get(sha256)?.text ?? '').slice(0, MOST_TEXT);
		return proofread(text, { formedOn, signedOn: null, today: reader.today, lists })
			.filter(({ kind }) => kind !== 'mark')
			.slice(0, MOST_PER_FILE)
			.map((one) => ({ ...one, message: `附件「${fileName}」：${one.message}` }));
	});
}

async function alikeHints(reader: Reader, id: number, officeId: number, { title, documentNumber }: DocumentContent) {
	const alike = await selectAlike(reader, { id, officeId, title, documentNumber });
	return alike.map((one) =>
		hint(
			'duplicate',
			one.title === title
				? '已经公开过同名的信息，请确认不是重复发布。'
				: `已经公开过文号为「${documentNumber}」的信息。`,
			`${one.title}（/d/${one.documentId}）`,
		),
	);
}

async function linkHints(reader: Reader, body: string, domain: string): Promise<Hint[]> {
	const { documents, inside, foreign } = linksOf(body, domain);
	const there = await selectPublicIds(reader, documents);
	return [
		...documents
			.filter((id) => !there.has(id))
			.map((id) => hint('link', '链接指向没有公开或者已经撤下的信息。', `/d/${id}`)),
		...inside.map((host) => hint('link', '链接是内部网络地址，公众打不开。', host)),
		...foreign.map((host) => hint('link', '链接指向政府网站以外的网站，请核对是否必要、是否可靠。', host)),
	];
}
