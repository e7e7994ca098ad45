import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import type { Report, Section } from '../model/index.ts';
import { misnamed } from './citations.ts';
import { missingParts } from './declared.ts';
import { likenessOf } from './similarity.ts';

const section = (heading: string, body = ''): Section => ({ n: 1, level: 1, heading, body });
const reportWith = (...sections: Section[]): Report => ({ ...cleanReport('2014'), sections });

describe('missingParts', () => {
	const report = reportWith(
		section('概述'),
		section('主动公开政府信息情况'),
		section('依申请公开政府信息办理情况', '政府信息公开的收费及减免情况：没有收取费用。'),
		section('主要存在问题'),
		section('改进措施'),
	);

	it.each([
		'本报告包括概述、主动公开政府信息的情况、依申请公开政府信息办理情况、政府信息公开的收费及减免情况。',
		'本报告由概述、主动公开情况、依申请公开情况、存在的主要问题及改进措施等四部分组成。',
		'全文包括概述、主动公开政府信息情况、依申请公开政府信息情况等。',
		'全文共五千字，内容真实。',
		'本报告包括概述和主动公开情况。',
		'',
	])('misses nothing in «%s»', (preface) => {
		expect(missingParts(preface, report)).toEqual([]);
	});

	it('misses the part that is nowhere', () => {
		const preface = '本报告由概述、主动公开情况、依申请公开情况、行政复议和行政诉讼情况、改进措施五部分组成。';
		expect(missingParts(preface, report)).toEqual(['行政复议和行政诉讼情况']);
	});

	it('does not take the maker of the report for one of its parts', () => {
		const preface =
			'本报告由青河县政务公开办根据《中华人民共和国政府信息公开条例》、《格式》、有关规定和县里要求编制。';
		expect(missingParts(preface, report)).toEqual([]);
		const both = '本报告由梅溪镇政府信息公开工作机构编写，由概述、主动公开情况、改进措施三部分组成。';
		expect(missingParts(both, report)).toEqual([]);
	});
});

describe('misnamed', () => {
	it('finds a name that lacks or changes a few characters, once', () => {
		const text = '《中华人民共和国信息公开条例》和《中华人民共和国信息公开条例》、《中华人民共和国行政复仪法》';
		expect(misnamed(text)).toEqual([
			{ printed: '《中华人民共和国信息公开条例》', name: '《中华人民共和国政府信息公开条例》' },
			{ printed: '《中华人民共和国行政复仪法》', name: '《中华人民共和国行政复议法》' },
		]);
	});

	it.each([
		'《中华人民共和国政府信息公开条例》',
		'《中华人民共和国政府信息公开条例（2019年修订）》',
		'《政府信息公开条例》',
		'《南江省政府信息公开规定》',
		'《中华人民共和国海洋环境保护法》',
		'《清源镇政务公开工作制度》',
		'没有书名号',
	])('lets %s pass', (text) => {
		expect(misnamed(text)).toEqual([]);
	});
});

describe('likenessOf', () => {
	const text =
		'镇党政办会同各站所逐项梳理政务公开事项，把惠农补贴、低保救助、宅基地审批、村级财务等内容列入清单，明确责任人和更新时限，由分管负责同志按季度检查。';
	const other =
		'年内把水库移民、集镇改造、河道采砂等事项列入目录，在五个村设查阅点，逢集日由驻村干部讲解政策，收集意见交由有关站所答复，并在下一个集日请村民代表当场评议。';
	const report = (organ: string, body: string): Report => ({ ...reportWith(section('总体情况', body)), organ });

	it('is 1 for the same text, whoever’s name and figures stand in it', () => {
		const a = report('青河县清源镇人民政府', `青河县清源镇人民政府公开12条。清源镇${text}`);
		const b = report('青河县双桥乡人民政府', `青河县双桥乡人民政府公开98条。双桥乡${text}`);
		expect(likenessOf(a, b)).toBe(1);
	});

	it('is 0 for different texts and where there is hardly any text', () => {
		expect(likenessOf(report('甲镇', text), report('乙镇', other))).toBe(0);
		expect(likenessOf(report('甲镇', '无。'), report('乙镇', '无。'))).toBe(0);
	});

	it('is the share of what both have', () => {
		const share = likenessOf(report('甲镇', text + other), report('乙镇', text));
		expect(share).toBeGreaterThan(0.35);
		expect(share).toBeLessThan(0.65);
	});

	it('is the same both ways', () => {
		const [a, b] = [report('甲镇', text + other), report('乙镇', other)];
		expect(likenessOf(a, b)).toBe(likenessOf(b, a));
	});

	it('takes a report without an office’s name as it is', () => {
		const a = { ...reportWith(section('总体情况', text)), organ: null };
		expect(likenessOf(a, report('乙镇', text))).toBe(1);
	});
});
