import type { DocumentFacts } from '../model.ts';
import { daysSince, defineMonitor } from './define.ts';

const REGULATION = '《政府信息公开条例》';

export const leakedData = defineMonitor({
	id: 'M-LEAK',
	title: '公开信息含个人信息',
	basis: `${REGULATION}第十五条；《个人信息保护法》第二十五条、第二十八条`,
	severity: 'veto',
	points: 0,
	most: 0,
	check: ({ leaks }) =>
		leaks.map(({ id, title, kinds, count, files = [] }) => ({
			subject: `document:${id}`,
			message: `《${title}》${files.length > 0 ? '及其附件' : ''}中发现${count}处疑似${kinds.join('、')}`,
			evidence: {
				facts: {
					...{ 信息: title, 种类: kinds.join('、'), 处数: String(count) },
					...(files.length > 0 ? { 附件: files.join('、') } : {}),
				},
				path: `/d/${id}`,
			},
		})),
});

/** 预算法 sets a limit of its own, and has a rule of its own. */
const isUsual = ({ type }: DocumentFacts) => type !== 'budget';

export const lateBudget = defineMonitor({
	id: 'M-BUDGET',
	title: '预算、决算没有在20日内公开',
	basis: '《预算法》第十四条：批准或者批复后20日内公开',
	severity: 'error',
	points: 2,
	most: 10,
	check: ({ late, waiting }) =>
		[...late, ...waiting]
			.filter((document) => !isUsual(document))
			.map(({ id, title, formedOn, due, publishedOn }) => ({
				subject: `document:${id}`,
				message: `《${title}》应于${due}前公开，${publishedOn ? `实际于${publishedOn}公开` : '至今没有公开'}`,
				evidence: {
					facts: { 成文日期: formedOn, 应公开: due, 实际公开: publishedOn ?? '没有' },
					path: publishedOn ? `/d/${id}` : `/workbench/documents/${id}`,
				},
			})),
});

export const latePublication = defineMonitor({
	id: 'M-LATE',
	title: '超过法定期限公开',
	basis: `${REGULATION}第二十六条：形成或者变更之日起20个工作日内`,
	severity: 'warning',
	points: 0.5,
	most: 5,
	check: ({ late }) =>
		late.filter(isUsual).map(({ id, title, formedOn, due, publishedOn }) => ({
			subject: `document:${id}`,
			message: `《${title}》应于${due}前公开，实际于${publishedOn ?? ''}公开`,
			evidence: { facts: { 成文日期: formedOn, 应公开: due, 实际公开: publishedOn ?? '' }, path: `/d/${id}` },
		})),
});

export const overduePublication = defineMonitor({
	id: 'M-DUE',
	title: '逾期尚未公开',
	basis: `${REGULATION}第二十六条`,
	severity: 'error',
	points: 1,
	most: 10,
	check: ({ waiting }) =>
		waiting.filter(isUsual).map(({ id, title, formedOn, due }) => ({
			subject: `document:${id}`,
			message: `《${title}》应于${due}前公开，至今没有公开`,
			evidence: { facts: { 成文日期: formedOn, 应公开: due }, path: `/workbench/documents/${id}` },
		})),
});

export const missingInterpretation = defineMonitor({
	id: 'M-INTERPRET',
	title: '政策文件没有解读',
	// law.md §5.6 [V1]: the three days are read in rules of cities, not in a national text.
	basis: '文件和解读同步组织、同步审签、同步部署（辽政办〔2022〕43号等）；文件公开后3个工作日内发布为有的城市的规定',
	severity: 'warning',
	points: 0.5,
	most: 5,
	check: ({ unexplained }) =>
		unexplained.map(({ id, title, publishedOn, due }) => ({
			subject: `document:${id}`,
			message: `《${title}》于${publishedOn}公开，解读应于${due}前发布，至今没有关联的解读`,
			evidence: { facts: { 公开日期: publishedOn, 应发布解读: due }, path: `/d/${id}` },
		})),
});

export const withheldNotReviewed = defineMonitor({
	id: 'M-WITHHELD',
	title: '不予公开的信息没有定期评估',
	// The law says «regularly»; twelve months are ours where the county has set none (law.md [D]).
	basis:
		'《条例》第十八条：对不予公开的政府信息应当定期评估审查，因情势变化可以公开的应当公开；评估间隔由县级设置约定，没有约定的为12个月',
	severity: 'warning',
	points: 1,
	most: 5,
	check: ({ withheld }) =>
		withheld.map(({ id, title, decidedOn, due }) => ({
			subject: `document:${id}`,
			message: `《${title}》于${decidedOn}决定不主动公开，应于${due}前重新评估，至今没有评估`,
			evidence: { facts: { 上次决定: decidedOn, 应评估: due }, path: `/workbench/documents/${id}` },
		})),
});

const SOON_DAYS = 90;

export const expiredDocument = defineMonitor({
	id: 'M-EXPIRED',
	title: '规范性文件过期未清理',
	basis: '行政规范性文件定期清理并公布结果（各地规定，有效期一般不超过5年）',
	severity: 'error',
	points: 2,
	most: 10,
	check: ({ normative, today }) =>
		normative
			.filter(({ expiresOn, isMarked }) => expiresOn < today && !isMarked)
			.map(({ id, title, expiresOn }) => ({
				subject: `document:${id}`,
				message: `《${title}》有效期至${expiresOn}，已过期${daysSince(expiresOn, today)}天，没有标注效力`,
				evidence: { facts: { 有效期至: expiresOn }, path: `/d/${id}` },
			})),
});

export const expiringDocument = defineMonitor({
	id: 'M-EXPIRING',
	title: '规范性文件即将到期',
	basis: '有效期届满前应当评估，需要继续实施的重新公布',
	severity: 'warning',
	points: 0,
	most: 0,
	check: ({ normative, today }) =>
		normative
			.filter(({ expiresOn, isMarked }) => expiresOn >= today && daysSince(today, expiresOn) <= SOON_DAYS && !isMarked)
			.map(({ id, title, expiresOn }) => ({
				subject: `document:${id}`,
				message: `《${title}》将于${expiresOn}到期，还有${daysSince(today, expiresOn)}天`,
				evidence: { facts: { 有效期至: expiresOn }, path: `/d/${id}` },
			})),
});

export const unreadUrgent = defineMonitor({
	id: 'M-URGENT',
	title: '紧急发布后没有按时补审',
	basis: `${REGULATION}第六条、第十七条：及时、准确公开，公开前审查；紧急情况先发布、后补审的期限为本平台约定`,
	severity: 'error',
	points: 1,
	most: 5,
	check: ({ urgent }) =>
		urgent
			.filter(({ isLate }) => isLate)
			.map(({ id, title, publishedOn, due }) => ({
				subject: `document:${id}`,
				message: `《${title}》于${publishedOn}紧急发布，应于${due}前补审，至今没有补审`,
				evidence: { facts: { 紧急发布: publishedOn, 应补审: due }, path: `/d/${id}` },
			})),
});
