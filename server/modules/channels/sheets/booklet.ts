import type { Block, OfficialDocument } from '../../../platform/documents/index.ts';
import { spokenDay } from '../../../platform/instants.ts';
import type { Material } from '../queries/material.ts';
import { articleBlocks } from './article-blocks.ts';

/** One entry of a booklet; null where what stood there was withdrawn since. */
export interface BookletEntry {
	section: string;
	material: Material | null;
	/** Amended since the issue came out. */
	amended: boolean;
}

export interface Booklet {
	title: string;
	/** Lines of the cover, such as number and office. */
	cover: readonly string[];
	foreword: string;
	entries: readonly BookletEntry[];
}

const GONE = '（本篇已撤下）';

const centred = (text: string): Block => ({ kind: 'paragraph', text, align: 'center' });
const BREAK: Block = { kind: 'pageBreak' };

/** 政府公报 and 便民手册: cover, foreword, contents, and each document on a page of its own. */
export function bookletPaper({ title, cover, foreword, entries }: Booklet): OfficialDocument {
	return {
		title,
		blocks: [
			...cover.map(centred),
			...(foreword ? [BREAK, heading('卷首语'), { kind: 'paragraph' as const, text: foreword }] : []),
			BREAK,
			...contents(entries),
			...entries.flatMap(({ material, amended }, at) =>
				material ? [BREAK, ...article(material, amended, nameOf(at))] : [],
			),
		],
	};
}

function heading(text: string): Block {
	return { kind: 'heading', level: 1, text };
}

/** What the heading of an entry is called, for the contents. */
function nameOf(at: number): string {
	return `entry-${at}`;
}

function contents(entries: readonly BookletEntry[]): Block[] {
	let section = '';
	const lines = entries.flatMap(({ section: own, material }, at): Block[] => {
		const isNew = own !== section;
		section = own;
		const line = material ? titleLine(material) : GONE;
		return [
			...(isNew && own ? [{ kind: 'heading' as const, level: 2 as const, text: own }] : []),
			{
				kind: 'paragraph',
				text: `${at + 1}．${line}`,
				align: 'left',
				...(material ? { pageOf: nameOf(at) } : {}),
			},
		];
	});
	return [heading('目　录'), ...lines];
}

function titleLine({ document }: Material): string {
	return document.documentNumber ? `${document.title}（${document.documentNumber}）` : document.title;
}

function article({ document, office, url }: Material, amended: boolean, name: string): Block[] {
	return [
		{ kind: 'heading', level: 1, text: document.title, name },
		...(document.documentNumber ? [centred(document.documentNumber)] : []),
		...articleBlocks(document.content.body),
		{ kind: 'paragraph', text: document.content.issuer || office.name, align: 'right' },
		{ kind: 'paragraph', text: spokenDay(document.formedOn), align: 'right' },
		...(document.attachments.length > 0
			? [line(`附件（在网页下载）：${document.attachments.map(({ fileName }) => fileName).join('、')}`)]
			: []),
		...(amended ? [line('注：本文在本期刊登后已经更新，此处为现行版本。')] : []),
		line(`网址：${url}`),
	];
}

function line(text: string): Block {
	return { kind: 'paragraph', text, align: 'left', flush: true };
}
