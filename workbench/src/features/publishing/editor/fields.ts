import type { Content, Options } from '../api.ts';
import { originWords } from './origin-words.ts';

export type ContentKey = keyof Content;

/** What each part of a document is called in forms and comparisons. */
export const FIELD_LABELS: Readonly<Record<ContentKey, string>> = {
	type: '信息类型',
	columnId: '栏目',
	title: '标题',
	documentNumber: '文号',
	issuer: '发文机关',
	formedOn: '成文日期',
	changedOn: '变更日期',
	expiresOn: '有效期至',
	theme: '主题分类',
	genre: '体裁',
	attribute: '公开属性',
	ground: '不公开依据',
	groundNote: '不公开理由',
	summary: '内容概述',
	keywords: '关键词',
	responsibleUnit: '责任机构',
	code: '法定公开事项',
	body: '正文',
	attachments: '附件',
	lateReason: '逾期原因',
	changeNote: '修订内容',
	interprets: '解读的文件',
	origin: '信息来源',
};

/** The words of a closed list; empty when it has no such value. */
export function labelOf(choices: readonly { value: string; label: string }[] | undefined, value: string): string {
	return choices?.find((choice) => choice.value === value)?.label ?? '';
}

/** A field of a document in words, for comparing two versions of it. Body and files have views of their own. */
export function spoken(
	content: Content,
	key: ContentKey,
	names: { options: Options | undefined; columnName: (id: number) => string },
): string {
	const { options, columnName } = names;
	switch (key) {
		case 'type':
			return labelOf(options?.types, content.type);
		case 'attribute':
			return labelOf(options?.attributes, content.attribute);
		case 'ground':
			return labelOf(options?.grounds, content.ground);
		case 'columnId':
			return columnName(content.columnId);
		case 'origin':
			return originWords(content.origin, options);
		case 'keywords':
			return content.keywords.join('、');
		case 'attachments':
			return `${content.attachments.length}个文件`;
		default:
			return String(content[key] ?? '');
	}
}
