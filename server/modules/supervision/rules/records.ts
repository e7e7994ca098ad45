import type { Severity } from '../model.ts';
import { defineMonitor, type MonitorRule } from './define.ts';

const REGULATION = '《政府信息公开条例》';

interface RecordRule {
	id: string;
	title: string;
	basis: string;
	severity: Severity;
	points: number;
	most: number;
	/** Kind of oddity. */
	kind: string;
	/** After the title. */
	says: (facts: Readonly<Record<string, string>>) => string;
	/** Whether the portal shows the document, or only the workbench does. */
	isPublic: boolean;
}

/** A rule that tells of one kind of oddity in the record of a document. */
function recordRule({ kind, says, isPublic, ...rule }: RecordRule): MonitorRule {
	return defineMonitor({
		...rule,
		check: ({ odd }) =>
			odd
				.filter((one) => one.kind === kind)
				.map(({ id, title, facts }) => ({
					subject: `document:${id}`,
					message: `《${title}》${says(facts)}`,
					evidence: { facts, path: isPublic ? `/d/${id}` : `/workbench/documents/${id}` },
				})),
	});
}

export const withdrawnPenalty = recordRule({
	...{ id: 'M-PENALTY', kind: 'penalty', severity: 'error', points: 3, most: 9, isPublic: true },
	title: '行政处罚决定撤销后没有撤回',
	basis: '《行政处罚法》第四十八条：3日内撤回处罚决定信息并公开说明理由（第八十五条：指工作日）',
	says: ({ 撤销日期: day = '', 应撤下: due = '' }) => `已于${day}撤销，应于${due}前撤回，至今仍在公开`,
});

export const ownReview = recordRule({
	...{ id: 'M-SELF', kind: 'ownReview', severity: 'error', points: 2, most: 10, isPublic: true },
	title: '拟稿人自己做保密审查',
	basis: `${REGULATION}第十七条；《保守国家秘密法实施条例》：先审查、后公开，由专人审查`,
	says: ({ 审查人: reviewer = '' }) => `由参与起草的${reviewer}做保密审查`,
});

export const unreviewed = recordRule({
	...{ id: 'M-SECRECY', kind: 'unreviewed', severity: 'error', points: 2, most: 10, isPublic: true },
	title: '没有保密审查记录就公开',
	basis: `${REGULATION}第十七条：公开前依照保守国家秘密法审查`,
	says: () => '已经公开，没有保密审查记录',
});

export const missedSchedule = recordRule({
	...{ id: 'M-SCHEDULED', kind: 'scheduled', severity: 'error', points: 1, most: 5, isPublic: false },
	title: '定时发布没有发出',
	basis: `${REGULATION}第六条、第二十六条：及时公开`,
	says: ({ 定时: day = '' }) => `定于${day}发布，至今没有发出`,
});

export const stuckDocument = recordRule({
	...{ id: 'M-STUCK', kind: 'stuck', severity: 'warning', points: 0, most: 0, isPublic: false },
	title: '审签环节长时间没有办理',
	basis: `${REGULATION}第二十六条规定的20个工作日包括内部审签的时间；10个工作日为本平台的规定`,
	says: ({ 环节: state = '', 自: since = '', 工作日: days = '' }) => `自${since}起停在「${state}」，已${days}个工作日`,
});

export const sharedNumber = recordRule({
	...{ id: 'M-NUMBER', kind: 'sharedNumber', severity: 'warning', points: 0.2, most: 3, isPublic: true },
	title: '不同的信息用了同一个文号',
	basis: '《党政机关公文处理工作条例》：发文字号一文一号',
	says: ({ 文号: number = '', 条数: count = '' }) => `的文号${number}被${count}条信息使用`,
});

export const sharedIndex = recordRule({
	...{ id: 'M-INDEX', kind: 'sharedIndex', severity: 'error', points: 0.5, most: 5, isPublic: true },
	title: '索引号重复',
	basis: `${REGULATION}第十二条：目录包括索引、名称、内容概述、生成日期；索引号应当唯一`,
	says: ({ 索引号: number = '', 条数: count = '' }) => `的索引号${number}被${count}条信息使用`,
});

export const indexGap = defineMonitor({
	id: 'M-INDEX-GAP',
	title: '索引号不连续',
	basis: `${REGULATION}第十二条；索引号规则（县级设置）：同一序列按顺序给号`,
	severity: 'warning',
	points: 0.5,
	most: 2,
	check: ({ office, indexGaps }) =>
		indexGaps.map(({ prefix, last, given }) => ({
			subject: `index:${prefix}`,
			message: `索引号序列${prefix}已给出${last}个号，只有${given}条信息，缺${last - given}个`,
			evidence: { facts: { 已给号: String(last), 信息: String(given) }, path: `/o/${office.slug}/catalog` },
		})),
});
