import { describe, expect, it } from 'vitest';
import { render, textOf } from '../../testing/render.tsx';
import type { Settings } from './api.ts';
import { SettingsPage } from './settings-page.tsx';

const settings: Settings = {
	site: {
		label: '网站信息',
		value: {
			name: '青河县政府信息公开平台',
			county: '青河县',
			siteCode: '9901230001',
			domain: '',
			footer: ['主办：青河县人民政府', '电话：0999-8000001'],
		},
		since: '2026-05-01T00:00:00Z',
	},
	calendar: { label: '工作日历', value: { countyDaysStopClocks: true }, since: null },
	reports: {
		label: '年度报告报送期限',
		value: {
			departmentDeadline: '01-31',
			townshipDeadline: '01-20',
			countyDeadline: '03-31',
			remindBefore: [15, 5, 1],
		},
		since: null,
	},
	audit: {
		label: '年度报告审核',
		value: { similarity: 85, normativeMade: 12, normativeInForce: 60 },
		since: null,
	},
	applications: {
		label: '依申请公开',
		value: { retentionYears: 10, answersShown: false, feeEffect: 'restart' as const, feeRefunds: 'deducted' as const },
		since: null,
	},
	limits: {
		label: '本县约定的期限',
		value: {
			correctionDays: 15,
			interpretationDays: 3,
			withheldReviewMonths: 6,
			consultationResultDays: 20,
			proposalPublishDays: 20,
			coordinationDays: 5,
			...{ questionDays: 15, complaintReplyDays: 12, wantedDays: 15, siteErrorDays: 3 },
			savedFormDays: 45,
		},
		since: null,
	},
	publishing: { label: '发布核查名单', value: { watchWords: [], leaders: [] }, since: null },
	normative: {
		label: '行政规范性文件',
		value: { consultationDays: 7, filingDays: 15, termYears: 5, remindMonths: 6 },
		since: null,
	},
	monitoring: {
		label: '监测',
		value: {
			bonus: [{ title: '图解解读', points: 3 }],
			sites: [{ name: '旧网站', office: 'liuxi', start: 'http://old.example.gov.cn/' }],
			pagesPerSite: 200,
			delaySeconds: 2,
			silentDays: 10,
			mediaFaults: [{ title: '客户端打不开', kind: 'veto', points: 0 }],
			siteFaults: [
				{
					title: '伪造发稿日期',
					kind: 'veto',
					points: 0,
					foundOn: '2026-05-20',
					ground: '三条信息的发布日期早于成文日期',
				},
			],
			entryDays: 30,
			complaintDays: 15,
			serviceGaps: 4,
			servicesAt: 'https://zwfw.example.gov.cn/',
		},
		since: null,
	},
	indexNumber: { label: '索引号规则', value: { pattern: '{area}{yyyy}{serial:4}' }, since: null },
};

const markup = render(<SettingsPage />, { data: [[['settings'], settings]] });

describe('the settings of a county', () => {
	it('are filled with what is set', () => {
		expect(markup).toContain('value="青河县政府信息公开平台"');
		expect(markup).toContain('主办：青河县人民政府\n电话：0999-8000001');
		expect(markup).toContain('value="http://old.example.gov.cn/"');
		expect(markup).toContain('value="https://zwfw.example.gov.cn/"');
		expect(markup).toContain('value="图解解读"');
		expect(markup).toContain('value="客户端打不开"');
		// 国办秘函〔2019〕19号: vetoes of the site that only people see stand with their day and their proof.
		for (const value of ['伪造发稿日期', '2026年5月20日', '三条信息的发布日期早于成文日期'])
			expect(markup).toContain(`value="${value}"`);
	});

	it('have contents at their head: every group on the page, in its order, and no other', () => {
		const nav = markup.match(/<nav[^>]*aria-label="设置分组".*?<\/nav>/s)?.[0] ?? '';
		const ways = [...nav.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
		const places = [...markup.matchAll(/<section[^>]* id="([^"]+)"/g)].map(([, id]) => id);
		expect(places).toHaveLength(Object.keys(settings).length);
		expect(ways).toEqual(places);
	});

	it('show what no law sets, with the unit each is counted in', () => {
		for (const value of ['15', '6', '45']) expect(markup).toContain(`value="${value}"`);
		const words = textOf(markup);
		for (const label of ['投诉举报的答复期限', '更正申请的办结期限', '不予公开信息的评估间隔', '暂存申请的保留天数'])
			expect(words).toContain(label);
		expect(markup).toContain('aria-label="保存本县约定的期限"');
	});

	it('show from where on the audit doubts a report', () => {
		for (const value of ['85', '12', '60']) expect(markup).toContain(`value="${value}"`);
		expect(textOf(markup)).toContain('内容雷同的比例');
		expect(markup).toContain('aria-label="保存年度报告审核"');
	});

	it('are saved group by group', () => {
		for (const label of ['网站信息', '年度报告报送期限', '工作日历', '索引号规则']) {
			expect(markup).toContain(`aria-label="保存${label}"`);
		}
	});

	it('say when a group was last changed', () => {
		expect(textOf(markup).match(/上次修改/g)).toHaveLength(1);
		expect(textOf(markup)).toContain('2026年5月1日 08:00');
	});

	it('show limits as month and day, with the article they cannot pass', () => {
		expect(markup).toContain('aria-label="乡镇（街道）：日"');
		expect(markup).toContain('value="20"');
		expect(textOf(markup)).toContain('条例第四十九条');
	});

	it('show what an index number will look like', () => {
		expect(textOf(markup)).toContain('示例：99012320260012');
	});
});
