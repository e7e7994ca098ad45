import type { OfficeFacts, Severity } from '../model.ts';
import { defineMonitor, type MonitorRule } from './define.ts';

const SITES = '《政府网站发展指引》（国办发〔2017〕47号）、国办秘函〔2019〕19号';
/** So many sentences stand in a finding; the page shows the rest. */
const TOLD = 3;

interface TextRule {
	id: string;
	title: string;
	basis: string;
	severity: Severity;
	points: number;
	most: number;
	/** Kind of hint. */
	kind: string;
	/** Begins the sentence after the title: 「有3处用词需要核对：…」. */
	what: string;
	/** Whether so many hints in one document are a matter of this rule; any number is where left out. */
	counts?: (hints: number, facts: OfficeFacts) => boolean;
}

/** Sentences stand as they are, names are told apart. */
function told(messages: readonly string[]): string {
	const some = messages.slice(0, TOLD);
	return some.join(some.every((message) => message.endsWith('。')) ? '' : '、');
}

/** A rule that tells of one kind of hint in public texts, a finding a document. */
function textRule({ kind, what, counts = () => true, ...rule }: TextRule): MonitorRule {
	return defineMonitor({
		...rule,
		check: (facts) =>
			facts.texts
				.filter((text) => text.kind === kind && counts(text.messages.length, facts))
				.map(({ id, title, messages }) => ({
					subject: `document:${id}`,
					message: `《${title}》有${messages.length}处${what}：${told(messages)}`,
					evidence: {
						facts: { 处数: String(messages.length), 内容: told(messages) },
						path: `/d/${id}`,
					},
				})),
	});
}

const basis = `${SITES}：信息内容准确，没有错别字和失效链接`;

export const wrongWords = textRule({
	...{ id: 'M-TERM', title: '错别字和用词', basis, severity: 'warning', points: 0.2, most: 5 },
	...{ kind: 'term', what: '用词需要核对' },
});

export const repealedLaw = textRule({
	...{ id: 'M-LAW', title: '引用已废止或者名称不对的法律', basis, severity: 'error', points: 0.5, most: 5 },
	...{ kind: 'law', what: '法律引用需要核对' },
});

export const wrongDay = textRule({
	...{ id: 'M-DATE', title: '日期不存在或者前后不一', basis, severity: 'warning', points: 0.2, most: 5 },
	...{ kind: 'date', what: '日期需要核对' },
});

export const wrongMark = textRule({
	...{ id: 'M-MARK', title: '标点符号不成对或者重复', basis, severity: 'warning', points: 0, most: 0 },
	...{ kind: 'mark', what: '标点需要核对' },
});

export const insideLink = textRule({
	...{ id: 'M-INSIDE', title: '链接指向内部网络', basis, severity: 'error', points: 1, most: 10 },
	...{ kind: 'inside', what: '内部网络地址，公众打不开：' },
});

export const unreadFile = textRule({
	id: 'M-UNREAD',
	title: '附件打不开或者读不出',
	basis: `${SITES}：附件能够正常下载、打开；读不出的附件也无法检查个人信息`,
	severity: 'warning',
	...{ points: 0.2, most: 3, kind: 'unread', what: '附件内容读不出：' },
});

const SERVICE = {
	...{ kind: 'service', what: '要素没有写明：' },
	basis:
		'国办秘函〔2019〕19号：服务不实用，办事指南缺少事项名称、设定依据、申请条件、办理材料等重点要素，单项否决；缺少几类构成否决由县级设定，其余要素按常见指南列出',
};

// law.md [V first part]: that missing elements are a veto was read, how many of them was cut off and is the county's to set.
export const bareServiceGuide = textRule({
	...{ id: 'M-SERVICE-BARE', title: '办事指南重点要素缺失', severity: 'veto', points: 0, most: 0, ...SERVICE },
	counts: (gaps, { serviceGaps }) => gaps >= serviceGaps,
});

export const serviceGuideGap = textRule({
	...{ id: 'M-SERVICE', title: '办事指南要素不全', severity: 'error', points: 1, most: 10, ...SERVICE },
	counts: (gaps, { serviceGaps }) => gaps < serviceGaps,
});

export const missingAttribute = textRule({
	id: 'M-ATTR',
	title: '公开的信息没有认定为主动公开',
	basis: '国办发〔2016〕80号：公文拟制时即明确主动公开、依申请公开、不予公开属性',
	severity: 'error',
	...{ points: 1, most: 5, kind: 'attribute', what: '公开属性与公开状态不符' },
});

/** So many addresses stand in the finding of an office; the list shows the rest. */
const ADDRESSES = 5;

export const thinRecord = defineMonitor({
	id: 'M-META',
	title: '目录要素不全',
	basis: '《政府信息公开条例》第十二条：目录包括索引、名称、内容概述、生成日期等内容',
	severity: 'warning',
	points: 2,
	most: 2,
	check: ({ office, texts }) => {
		const thin = texts.filter(({ kind }) => kind === 'meta');
		if (thin.length === 0) return [];
		const lacking = [...new Set(thin.flatMap(({ messages }) => messages))].join('、');
		const addresses = thin.slice(0, ADDRESSES).map(({ id }) => `/d/${id}`);
		return [
			{
				subject: 'office',
				message: `有${thin.length}条信息的目录要素不全，缺少${lacking}`,
				evidence: {
					facts: { 条数: String(thin.length), 缺少: lacking, 例如: addresses.join('、') },
					path: `/o/${office.slug}/catalog`,
				},
			},
		];
	},
});

export const foreignLink = textRule({
	id: 'M-FOREIGN',
	title: '链接指向政府网站以外',
	basis: `${SITES}：链接政府网站以外的，应当确认必要、可靠，并在离开时提示`,
	severity: 'warning',
	...{ points: 0.2, most: 5, kind: 'foreign', what: '政府网站以外的链接：' },
});

export const deadLink = defineMonitor({
	id: 'M-DEAD',
	title: '站内链接失效',
	basis,
	severity: 'error',
	points: 0.5,
	most: 10,
	check: ({ deadLinks }) =>
		deadLinks.map(({ id, title, targets }) => ({
			subject: `document:${id}`,
			message: `《${title}》有${targets.length}个链接指向没有公开或者已经撤下的信息`,
			evidence: { facts: { 链接: targets.map((target) => `/d/${target}`).join('、') }, path: `/d/${id}` },
		})),
});

export const duplicate = defineMonitor({
	id: 'M-TWICE',
	title: '同一栏目重复发布',
	basis,
	severity: 'warning',
	points: 0.2,
	most: 5,
	check: ({ duplicates }) =>
		duplicates.map(({ id, title, count }) => ({
			subject: `document:${id}`,
			message: `同一栏目有${count}条同名信息《${title}》`,
			evidence: { facts: { 标题: title, 条数: String(count) }, path: `/d/${id}` },
		})),
});

export const undatedDocument = defineMonitor({
	id: 'M-TERMLESS',
	title: '规范性文件没有有效期',
	basis: '行政规范性文件应当标明有效期（各地规定，一般不超过5年）',
	severity: 'warning',
	points: 0.5,
	most: 5,
	check: ({ undated }) =>
		undated.map(({ id, title }) => ({
			subject: `document:${id}`,
			message: `《${title}》没有标明有效期`,
			evidence: { facts: { 标题: title, 有效期至: '未标明' }, path: `/d/${id}` },
		})),
});
