import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { OfficialDocument } from '../../../platform/documents/index.ts';
import type { FileStore } from '../../../platform/files.ts';
import { PhotoError, withoutMetadata } from '../../../platform/photo.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { fileNamePart, type ZipEntry, zip } from '../../../platform/zip.ts';
import { officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { digestOf, wechatHtml } from '../rules/wechat.ts';
import { WEIBO_LIMITS, weiboText } from '../rules/weibo.ts';
import { bookletPaper } from '../sheets/booklet.ts';
import { fileUrl, type Material, materialOf } from './material.ts';

/** Longest article a picture name is counted for: 图片01. */
const DIGITS = 2;
const EXTENSIONS: Readonly<Record<string, string>> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/gif': 'gif',
	'image/webp': 'webp',
};

/** A picture of a body as it may leave the house. */
export interface OutgoingPicture {
	fileId: number;
	name: string;
	mediaType: string;
	bytes: Uint8Array;
}

/** Pictures of a body without what cameras wrote beside them. */
export async function picturesOf(files: FileStore, { pictures }: Material): Promise<OutgoingPicture[]> {
	return await Promise.all(
		pictures.map(async ({ id, sha256, mediaType }, at) => {
			const name = `${String(at + 1).padStart(DIGITS, '0')}.${EXTENSIONS[mediaType] ?? 'bin'}`;
			return { fileId: id, name, mediaType, bytes: bare(await bytesOf(files, sha256)) };
		}),
	);
}

/** What is no photo (a GIF) goes as it is: it was looked at before it was published. */
function bare(bytes: Uint8Array): Uint8Array {
	try {
		return withoutMetadata(bytes);
	} catch (error) {
		if (error instanceof PhotoError) return bytes;
		throw error;
	}
}

export async function bytesOf(files: FileStore, sha256: string): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	for await (const chunk of files.read(sha256)) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** The article with its pictures at the addresses given. */
export function articleHtml(
	{ document, office, url }: Material,
	origin: string,
	pictureAt: (fileId: number) => string | null,
): string {
	const attachments = document.attachments.map((file) => ({
		name: file.fileName,
		href: fileUrl(origin, document.documentId, file),
	}));
	return wechatHtml({ body: document.content.body, pictureAt, url, attachments, office: office.name });
}

/** 图文包: the article, its pictures, and a sheet of what goes into which field. */
export async function wechatPackage(files: FileStore, material: Material, origin: string): Promise<Uint8Array> {
	const pictures = await picturesOf(files, material);
	const names = new Map(pictures.map(({ fileId, name }) => [fileId, `images/${name}`]));
	const { document, office, url, text } = material;
	const html = articleHtml(material, origin, (id) => names.get(id) ?? null);
	const sheet = [
		`标题：${document.title}`,
		`作者：${office.shortName}`,
		`摘要：${digestOf(document.summary, text)}`,
		`原文链接：${url}`,
		...pictures.map(({ name }) => `图片：images/${name}`),
		...document.attachments.map((file) => `附件：${file.fileName}　${fileUrl(origin, document.documentId, file)}`),
	];
	const page = `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${titleText(document.title)}</title></head><body>\n${html}\n</body></html>\n`;
	const entries: ZipEntry[] = [
		{ name: '图文.html', content: Buffer.from(page) },
		{ name: '填写说明.txt', content: Buffer.from(`${sheet.join('\r\n')}\r\n`) },
		...pictures.map(({ name, bytes }) => ({ name: `images/${name}`, content: bytes })),
	];
	return zip(entries);
}

function titleText(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** The texts to copy: Weibo in both lengths, and the article as it looks. */
export function textsOf(material: Material, origin: string) {
	const { document, url, text } = material;
	const parts = { title: document.title, text: document.summary || text, link: url };
	const [short, long] = WEIBO_LIMITS;
	const files = new Map(material.pictures.map((file) => [file.id, file]));
	const shown = (id: number) => {
		const file = files.get(id);
		return file ? fileUrl('', document.documentId, file) : null;
	};
	return {
		weibo: [
			{ limit: short, text: weiboText(parts, short) },
			{ limit: long, text: weiboText({ ...parts, text }, long) },
		],
		wechat: {
			title: document.title,
			digest: digestOf(document.summary, text),
			// Looked at in the workbench, which may load pictures of this house only.
			html: articleHtml(material, origin, shown),
			pictures: material.pictures.length,
		},
	};
}

/** 便民手册 of public documents, in the order given. @throws AppError `conflict` when one of them is not public */
export async function handbookPaper(
	reader: Reader,
	origin: string,
	title: string,
	documentIds: readonly number[],
): Promise<OfficialDocument> {
	const entries = [];
	for (const id of documentIds) {
		const material = await materialOf(reader, origin, id);
		if (!material) throw new AppError('conflict', { message: messages.notPublic });
		entries.push({ section: '', material, amended: false });
	}
	const [first] = entries;
	if (!first) throw new AppError('invalid', { message: messages.noDocuments });
	const { actor, today } = reader;
	// Of whoever puts it together: the first document may be another office's.
	const own = actor.kind === 'person' ? await officeById(reader, actor.officeId) : null;
	const cover = [(own ?? first.material.office).name, chineseDay(today).replace(/\d+日$/, '')];
	return bookletPaper({ title, cover, foreword: '', entries });
}

/** Names of a booklet's file. */
export function bookletName(title: string): string {
	return fileNamePart(title, 60);
}
