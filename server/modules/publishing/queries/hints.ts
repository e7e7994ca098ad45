import type { Reader } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import type { DocumentContent } from '../model.ts';
import { plainText } from '../rules/body.ts';
import { type Hint, proofread } from '../rules/proof/index.ts';
import { linksOf } from '../rules/proof/links.ts';
import { selectAlike, selectPublicIds } from '../store/alike.ts';

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
		...(unlinked ? [hint('link', '政策解读没有关联被解读的文件，公开后双方页面不能互相找到。')] : []),
		...(await alikeHints(reader, id, officeId, content)),
		...(await linkHints(reader, content.body, site.domain)),
		...proofread(text, { formedOn: content.formedOn, today: reader.today, lists: publishing }),
	];
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
