import { defineMonitor } from './define.ts';

/**
 * An account is inspected for itself, not as part of the site: it takes no points off the site's hundred, but stands on the
 * list until it speaks or is closed.
 */
export const silentAccount = defineMonitor({
	id: 'M-ACCOUNT',
	title: '政务新媒体两周没有更新',
	basis:
		'政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）：政务新媒体两周未更新，单项否决；国办发〔2018〕123号：清理闲置账号',
	severity: 'error',
	points: 0,
	most: 0,
	check: ({ silentAccounts }) =>
		silentAccounts.map(({ id, name, kind, days, lastOn }) => ({
			subject: `channel:${id}`,
			message: `${kind}“${name}”已${days}天没有更新`,
			evidence: { facts: { 账号: name, 种类: kind, 最近更新: lastOn ?? '无' }, path: '/workbench/channels' },
		})),
});
