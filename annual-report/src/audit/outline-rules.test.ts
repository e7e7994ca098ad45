import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import { sixSections } from '../forms/index.ts';
import type { Finding, Report, Section } from '../model/index.ts';
import type { AuditOptions } from './index.ts';
import { auditReport, profiles } from './index.ts';

function found(rule: string, change: Partial<Report>, options: AuditOptions = {}): Finding[] {
	const { findings } = auditReport({ ...cleanReport('2021'), ...change }, options);
	return findings.filter((finding) => finding.rule === rule);
}

const outline = (...headings: string[]): Partial<Report> => ({
	sections: headings.map(
		(heading, i): Section => ({ n: i + 1, level: 1, heading, body: '平稳，将改进。', at: { line: i + 2 } }),
	),
});
const official = sixSections.map(({ label }) => label);
const swapped = (i: number, j: number) => {
	const headings = [...official];
	[headings[i], headings[j]] = [headings[j] ?? '', headings[i] ?? ''];
	return headings;
};

describe('N-SEC', () => {
	it('is content with the six prescribed headings and with every variant of them', () => {
		expect(found('N-SEC', outline(...official))).toEqual([]);
		for (const spec of sixSections) {
			for (const variant of spec.variants) {
				const headings = official.map((label) => (label === spec.label ? variant : label));
				expect(found('N-SEC', outline(...headings)), variant).toEqual([]);
			}
		}
	});

	it.each(official)('misses «%s»', (label) => {
		const [finding, ...others] = found('N-SEC', outline(...official.filter((one) => one !== label)));
		expect(others).toEqual([]);
		expect(finding).toMatchObject({ severity: 'error', found: 5, expected: 6 });
		expect(finding?.message).toContain(`「${label}」`);
	});

	it.each([
		[0, 1],
		[1, 2],
		[4, 5],
		[0, 5],
	])('sees that %i and %i changed places, and says where', (i, j) => {
		const [finding] = found('N-SEC', outline(...swapped(i, j)));
		expect(finding?.message).toContain('次序不对');
		expect(finding?.at).toHaveProperty('line');
	});

	it('does not ask reports for years before 2019 for six sections', () => {
		const old = { ...cleanReport('2014'), ...outline('概述', '工作情况') };
		expect(auditReport(old).findings.filter(({ rule }) => rule === 'N-SEC')).toEqual([]);
	});

	it('allows more headings than six', () => {
		expect(found('N-SEC', outline(...official, '附件'))).toEqual([]);
	});

	it('reads the announced parts from the preface of the reader', () => {
		const preface = '本报告由总体情况、财政决算情况、经费保障情况、其他需要报告的事项组成。';
		expect(found('N-SEC', { ...outline(...official), preface }).map((finding) => finding.found)).toEqual([
			'财政决算情况',
			'经费保障情况',
		]);
	});
});

describe('N-HEAD', () => {
	it.each([
		['政府信息公开行政法复议、行政诉讼情况', 1],
		['收到和处理政府信息公开申靖情况', 1],
		['政府信息公开行政复议和行政诉讼情况', 0],
		['收到和处理政府信息公开申请情况', 0],
		['2024年收到和处理政府信息公开申请情况', 0],
	])('«%s»: %i', (heading, count) => {
		expect(found('N-HEAD', outline(heading))).toHaveLength(count);
	});
});

describe('N-TITLE', () => {
	it.each([
		['青河县清源镇人民政府2024年政府信息公开工作年度报告', 0],
		['清源镇2024年度政府信息公开工作年度报告', 0],
		['清源镇2024年度政府信息公开年报', 1],
		['清源镇2024年政务公开工作总结', 1],
	])('«%s»: %i', (title, count) => {
		expect(found('N-TITLE', { title })).toHaveLength(count);
	});

	it('proposes a title even where office and year are unknown', () => {
		const [finding] = found('N-TITLE', { title: '年报', organ: null, year: null });
		expect(finding?.expected).toBe('××××××年政府信息公开工作年度报告');
	});
});

describe('N-CITE', () => {
	const cited = (preface: string, year = 2024) => found('N-CITE', { preface, year }).map((finding) => finding.expected);

	it('reads the preface and the bodies', () => {
		expect(cited('根据《中华人民共和国信息公开条例》编制。')).toHaveLength(1);
		expect(found('N-CITE', outline('总体情况《中华人民共和国政府信息公开条列》'))).toHaveLength(1);
	});

	it.each([
		['根据国务院令第711号编制。', 0],
		['根据国务院令第711号令编制。', 1],
		['根据国务院令711号令编制。', 1],
		['根据国务院令第492号编制。', 1],
	])('«%s»: %i', (preface, count) => {
		expect(cited(preface)).toHaveLength(count);
	});

	it.each(['《信息公开条例》', '《政府信息条例》', '《政务信息公开条例》', '「信息公开条例」'])(
		'the Regulations are not called %s',
		(name) => {
			expect(cited(`根据${name}编制。`)[0]).toMatch(/^《?政府信息公开条例》?$/);
		},
	);

	it.each([
		'根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制。按《条例》要求公开。',
		'根据《政府信息公开条例》编制。',
		'根据《云岭省政府信息公开条例》《企业信息公示暂行条例》《云岭省信息公开条例》编制。',
		'根据政府信息公开条例编制，遵守云岭省信息公开条例。',
	])('lets «%s» pass', (preface) => {
		expect(cited(preface)).toEqual([]);
	});

	it('《条例》 has to be introduced before it is used', () => {
		expect(cited('按《条例》要求编制。根据《中华人民共和国政府信息公开条例》公开。')).toHaveLength(1);
	});

	it.each([
		['《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）', []],
		['《政府信息公开信息处理费管理办法》（国办函[2020]109号）', []],
		['《政府信息公开信息处理费管理办法》（国办发〔2020〕109号）', ['国办函〔2020〕109号']],
		['《政府信息公开信息处理费管理办法》（国办函〔2020〕119号）', ['国办函〔2020〕109号']],
		['《中华人民共和国政府信息公开条例》（国务院令第711号）', []],
		['《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第771号）', ['国务院令第711号']],
		['《云岭省档案条例》（云人发〔2020〕9号）', []],
	])('the number of %s', (words, expected) => {
		expect(cited(`根据${words}编制。`)).toEqual(expected);
	});

	it('lets a report for a year before 2019 cite the order of its time', () => {
		expect(cited('根据国务院令第492号编制。', 2017)).toEqual([]);
	});
});

describe('N-SIM', () => {
	const text =
		'镇党政办会同各站所逐项梳理政务公开事项，把惠农补贴、低保救助、宅基地审批、村级财务等内容列入清单，明确责任人。';
	const extra = '年内新设三处查阅点，赶集日由驻村干部当面讲解政策，收到的意见转交有关站所，下一个集日公布处理结果。';
	const report = (organ: string, ...bodies: string[]): Report => ({
		...cleanReport('2021'),
		organ,
		sections: [{ n: 1, level: 1, heading: '总体情况', body: bodies.join('') }],
	});
	const shares = (a: Report, options: AuditOptions) =>
		auditReport(a, options)
			.findings.filter(({ rule }) => rule === 'N-SIM')
			.map((finding) => finding.found);

	it('keeps to the bound of the profile', () => {
		const own = report('青河县清源镇人民政府', text, extra);
		const siblings = [report('青河县双桥乡人民政府', text)];
		const bound = (similarity: number) => ({
			siblings,
			profile: { name: 'x', severities: {}, settings: { ...profiles.import.settings, similarity } },
		});
		expect(shares(own, bound(0.3))).toHaveLength(1);
		expect(shares(own, bound(0.9))).toEqual([]);
	});

	it('a bound of the call goes before that of the profile', () => {
		const own = report('青河县清源镇人民政府', text, extra);
		const siblings = [report('青河县双桥乡人民政府', text)];
		expect(shares(own, { siblings, profile: 'county' })).toEqual([]);
		expect(shares(own, { siblings, profile: 'county', similarity: 0.3 })).toHaveLength(1);
	});

	it('names last year’s report of the same office as such', () => {
		const own = report('青河县清源镇人民政府', text);
		const previous = { ...own, year: 2023, file: 'old' };
		const [finding] = auditReport(own, { previous }).findings.filter(({ rule }) => rule === 'N-SIM');
		expect(finding?.message).toContain('本机关上一年度');
	});

	it('never compares an office with itself', () => {
		const own = report('青河县清源镇人民政府', text);
		expect(shares(own, { siblings: [own, { ...own, organ: '青河县清源镇政府' }] })).toEqual([]);
	});

	it('says each office that has the same text', () => {
		const own = report('青河县清源镇人民政府', text);
		const siblings = ['双桥乡', '白石乡'].map((name) => report(`青河县${name}人民政府`, text));
		expect(shares(own, { siblings })).toEqual(['100%', '100%']);
	});
});
