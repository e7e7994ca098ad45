import qrcode from 'qrcode';
import type { OfficialDocument } from '../../../platform/documents/index.ts';
import { spokenDay } from '../../../platform/instants.ts';
import type { Material } from '../queries/material.ts';
import { aloud, secondsAloud } from '../rules/aloud.ts';
import { articleBlocks } from './article-blocks.ts';

export interface Posting {
	size: 'a4' | 'a3';
	place: string;
	from: string | null;
	to: string | null;
}

/** The code of the page of a document, for whoever stands before the board. */
export async function codeOf(url: string): Promise<Uint8Array> {
	return new Uint8Array(await qrcode.toBuffer(url, { margin: 1, errorCorrectionLevel: 'M', width: 480 }));
}

/** 张贴页: the document as it hangs on a board, with its days and the code of its page. */
export async function noticePaper(
	{ document, office, url }: Material,
	{ size, place, from, to }: Posting,
): Promise<OfficialDocument> {
	const period = from && to ? `公示期：${spokenDay(from)}至${spokenDay(to)}` : '';
	return {
		title: document.title,
		size,
		...(document.documentNumber ? { number: document.documentNumber } : {}),
		blocks: articleBlocks(document.content.body),
		enclosures: document.attachments.map(({ fileName }) => fileName),
		signature: { office: document.content.issuer || office.name, day: spokenDay(document.formedOn) },
		notes: [period, place ? `张贴地点：${place}` : '', `监督电话：${office.phone || '见公开指南'}`].filter(Boolean),
		code: { png: await codeOf(url), sizeMm: 30, caption: '扫码查看全文和附件' },
	};
}

/** 播音稿: the text with its figures in words, how long it takes, and when it is read. */
export function broadcastPaper({ document, office, text }: Material, times: string): OfficialDocument {
	const said = aloud(`${document.title}。\n${text}`);
	const seconds = secondsAloud(said);
	const minutes = Math.floor(seconds / 60);
	const length = `${minutes > 0 ? `${minutes}分` : ''}${seconds % 60}秒`;
	return {
		title: '播音稿',
		blocks: [
			line(`播出单位：${office.name}`),
			line(`播出时间：${times || '＿＿＿＿＿＿'}`),
			line(`预计时长：约${length}`),
			{ kind: 'heading', level: 1, text: '正文' },
			{ kind: 'paragraph', text: said },
			{ kind: 'paragraph', text: `以上内容由${aloud(office.name)}发布，全文可在政府信息公开平台查看。` },
		],
	};
}

function line(text: string) {
	return { kind: 'paragraph' as const, text, align: 'left' as const, flush: true };
}
