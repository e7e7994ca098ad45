import type { Found, OfficeFacts } from '../model.ts';
import { daysSince, defineMonitor } from './define.ts';

const REGULATION = '《政府信息公开条例》';

export const guideGap = defineMonitor({
	id: 'M-GUIDE',
	title: '公开指南缺失或者不全',
	basis: `${REGULATION}第十二条`,
	severity: 'error',
	points: 5,
	most: 10,
	check: ({ office, guide }) => {
		if (guide.published && guide.missing.length === 0) return [];
		const message = guide.published ? `公开指南缺少${guide.missing.join('、')}` : '没有公布政府信息公开指南';
		const evidence = { facts: { 缺少: guide.missing.join('、') || '整份指南' }, path: `/o/${office.slug}/guide` };
		return [{ subject: 'guide', message, evidence }];
	},
});

export const contactGap = defineMonitor({
	id: 'M-CONTACT',
	title: '机关联系方式不全',
	basis: `${REGULATION}第二十条第二项、第十二条`,
	severity: 'warning',
	points: 1,
	most: 5,
	check: ({ office, contacts }) =>
		contacts.length === 0
			? []
			: [
					{
						subject: 'office',
						message: `机关信息缺少${contacts.join('、')}`,
						evidence: { facts: { 缺少: contacts.join('、') }, path: `/workbench/offices/${office.id}` },
					},
				],
});

const YEAR_DAYS = 365;

function guideFound({ office }: OfficeFacts, message: string, facts: Record<string, string>): Found {
	return { subject: 'guide', message, evidence: { facts, path: `/o/${office.slug}/guide` } };
}

export const oldGuide = defineMonitor({
	id: 'M-GUIDE-OLD',
	title: '公开指南一年没有更新',
	basis: `${REGULATION}第十二条：指南和目录应当及时更新；一年为本平台的规定`,
	severity: 'warning',
	points: 1,
	most: 2,
	check: (facts) => {
		const { publishedOn } = facts.guide;
		const days = publishedOn === null ? 0 : daysSince(publishedOn, facts.today);
		if (publishedOn === null || days <= YEAR_DAYS) return [];
		return [guideFound(facts, `公开指南于${publishedOn}公布，已${days}天没有更新`, { 公布日期: publishedOn })];
	},
});

export const differingGuide = defineMonitor({
	id: 'M-GUIDE-DIFF',
	title: '公开指南与机关信息不一致',
	basis: `${REGULATION}第十二条：指南载明办公地址、办公时间、联系电话等，并及时更新`,
	severity: 'error',
	points: 1,
	most: 3,
	check: (facts) => {
		const { differs } = facts.guide;
		if (differs.length === 0) return [];
		return [guideFound(facts, `公开指南的${differs.join('、')}与机关信息登记的不一致`, { 不一致: differs.join('、') })];
	},
});

export const missingBody = defineMonitor({
	id: 'M-BODY',
	title: '没有指定政府信息公开工作机构',
	basis: `${REGULATION}第四条：指定机构负责本行政机关政府信息公开的日常工作`,
	severity: 'error',
	points: 2,
	most: 2,
	check: ({ office, contactOffice }) =>
		contactOffice.trim() === ''
			? [
					{
						subject: 'office',
						message: '没有登记政府信息公开工作机构的名称',
						evidence: { facts: { 缺少: '工作机构' }, path: `/workbench/offices/${office.id}` },
					},
				]
			: [],
});
