import { defineMonitor } from './define.ts';

export const silentAccount = defineMonitor({
	id: 'M-MEDIA',
	title: '政务新媒体长时间没有更新',
	basis:
		'国办秘函〔2019〕19号：政务新媒体2周内没有更新的，单项否决；《关于推进政务新媒体健康有序发展的意见》（国办发〔2018〕123号）；更短的期限由县级设定',
	severity: 'veto',
	scale: 'media',
	points: 0,
	most: 0,
	check: ({ media }) =>
		media.map(({ id, kind, name, lastOn, days }) => ({
			subject: `channel:${id}`,
			message: `${kind}「${name}」${lastOn ? `自${lastOn}起` : '自开通起'}已${days}天没有更新`,
			evidence: { facts: { 账号: name, 最近更新: lastOn ?? '没有' }, path: `/workbench/channels/${id}` },
		})),
});
