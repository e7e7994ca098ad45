import type { OfficeFacts, Severity } from '../model.ts';
import { defineMonitor, type MonitorRule } from './define.ts';

const MADE = '《关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）';
const REVIEWED = '《关于全面推行行政规范性文件合法性审核机制的指导意见》（国办发〔2018〕115号）';

export const unevaluated = defineMonitor({
	id: 'M-EVAL',
	title: '规范性文件期满前没有评估',
	basis: '规范性文件有效期届满前应当评估（各地规定）；提前的月数由县级设定',
	severity: 'warning',
	points: 0.5,
	most: 3,
	check: ({ expiring }) =>
		expiring.map(({ id, title, expiresOn, days }) => ({
			subject: `document:${id}`,
			message: `《${title}》有效期至${expiresOn}，还有${days}天，没有评估是否继续有效`,
			evidence: { facts: { 有效期至: expiresOn, 剩余天数: String(days) }, path: `/d/${id}` },
		})),
});

export const unfiled = defineMonitor({
	id: 'M-FILING',
	title: '规范性文件没有按时报送备案',
	basis: `${MADE}：制定后及时报送备案；期限由县级设定`,
	severity: 'error',
	points: 1,
	most: 5,
	check: (facts) =>
		facts.unfiled.map(({ id, title, number, publishedOn, due }) => ({
			subject: `document:${id}`,
			message: `《${title}》于${publishedOn}公布，应于${due}前报送备案，至今没有报送`,
			evidence: { facts: { 统一编号: number, 公布日期: publishedOn, 应报送: due }, path: `/d/${id}` },
		})),
});

type Unjudged = OfficeFacts['unjudged'][number];

/** A rule for one of the two ways a normative document goes out without 合法性审核. */
function unjudgedRule(
	why: Unjudged['why'],
	says: string,
	rule: { id: string; title: string; severity: Severity; points: number; most: number },
): MonitorRule {
	return defineMonitor({
		...rule,
		basis: `${MADE}、${REVIEWED}：未经合法性审核的，不得提交集体审议`,
		check: ({ unjudged }) =>
			unjudged
				.filter((one) => one.why === why)
				.map(({ id, title, reason }) => ({
					subject: `document:${id}`,
					message: `《${title}》${says}`,
					evidence: { facts: { 所附理由: reason || '没有' }, path: `/d/${id}` },
				})),
	});
}

export const unjudged = unjudgedRule('calledOld', '一年内制定，按旧文件登记，没有合法性审核', {
	...{ id: 'M-LEGAL', title: '规范性文件没有经过合法性审核', severity: 'error', points: 2, most: 10 },
});

export const simplified = unjudgedRule('simplified', '按简易程序制定，没有合法性审核', {
	...{ id: 'M-LEGAL-SKIP', title: '规范性文件按简易程序免于合法性审核', severity: 'warning', points: 0.2, most: 2 },
});
