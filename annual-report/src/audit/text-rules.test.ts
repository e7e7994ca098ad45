import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import type { Finding, Report, Section, SourceLine } from '../model/index.ts';
import type { AuditOptions } from './index.ts';
import { auditReport } from './index.ts';

/** Findings of one rule in the clean report with something changed. */
function found(rule: string, change: Partial<Report>, options: AuditOptions = {}): Finding[] {
	const { findings } = auditReport({ ...cleanReport('2021'), ...change }, options);
	return findings.filter((finding) => finding.rule === rule);
}

const section = (n: number | null, level: number, heading: string, body = ''): Section => ({ n, level, heading, body });
const body = (text: string): Partial<Report> => ({ sections: [section(1, 1, '总体情况', text)] });
const lines = (...texts: string[]): Partial<Report> => ({
	lines: texts.map((text, i): SourceLine => ({ text, at: { line: i + 1 } })),
});
const outline = (...sections: Section[]): Partial<Report> => ({ sections });

describe('N-DUP', () => {
	it.each([
		['规范审核审核发布机制', '审核审核'],
		['参加问政节目十二期，参加问政节目十二期，解答问题', '参加问政节目十二期，参加问政节目十二期'],
		['港口开放新闻发布会港口开放新闻发布会；', '港口开放新闻发布会港口开放新闻发布会'],
		['网站、、报纸', '、、'],
		['《条例》》规定', '》》'],
		['参与权、和监督权', '、和'],
	])('finds the slip in «%s»', (text, slip) => {
		expect(found('N-DUP', body(text)).map((finding) => finding.found)).toContain(slip);
	});

	it.each([
		'逐项逐条检查，年年更新，处处有人管。',
		'2020年2020条信息，1000件、1000份。',
		'主动公开信息12条，依申请公开信息3条。',
		'一个一个核对，一件一件登记。',
		'县政府、县政府办公室联合印发。',
		'公开公平公正。',
	])('lets «%s» pass', (text) => {
		expect(found('N-DUP', body(text))).toEqual([]);
	});

	it('looks into headings too', () => {
		expect(found('N-DUP', outline(section(1, 1, '总体总体情况'))).length).toBe(1);
	});
});

describe('N-LIST', () => {
	it.each([
		['一是宣传；三是检查。', '三是', '二是'],
		['一是宣传。二是检查。二是培训。', '二是', '三是'],
		['措施：一是宣传；二是检查；四是培训。', '四是', '三是'],
	])('finds the break in «%s»', (text, wrong, right) => {
		expect(found('N-LIST', body(text))[0]).toMatchObject({ found: wrong, expected: right, severity: 'info' });
	});

	it.each([
		'一是宣传；二是检查；三是培训。',
		'问题：一是慢；二是少。措施：一是快；二是多；三是好。',
		'唯一是公开栏，之一是网站。二是没有。',
		'二是网站，三是公众号。',
		'第一是宣传，第三是检查。',
		'这是好事，那是难事。',
	])('lets «%s» pass', (text) => {
		expect(found('N-LIST', body(text))).toEqual([]);
	});

	it('follows a list over line ends', () => {
		expect(found('N-LIST', body('一是宣传。\n二是检查。\n四是培训。'))).toHaveLength(1);
	});
});

describe('N-BLANK', () => {
	it.each(['公开企业资质条，', '发布工作动态信息条、', '受理咨询投诉信息条；'])(
		'finds the missing number in «%s»',
		(text) => {
			expect(found('N-BLANK', body(`年内${text}其他3条。`))).toHaveLength(1);
		},
	);

	it.each([
		'公开信息12条，',
		'公开信息十二条，',
		'公开信息两百余条，',
		'公开信息若干条，',
		'公布《条例》第十条，',
		'公开信息逐条，核对',
		'发布头条，阅读量高，',
		'打通产业链条，',
		'公开文件，发布公告，',
	])('lets «%s» pass', (text) => {
		expect(found('N-BLANK', body(text))).toEqual([]);
	});
});

describe('N-YEAR', () => {
	const heading = (text: string) => outline(section(1, 1, '总体情况', '平稳。'), section(2, 1, text, '每月检查。'));

	it.each(['2024年工作计划', '2024 年政务公开工作打算', '开展2024年度信息公开工作的初步设想', '2024年下一步工作安排'])(
		'finds a plan for the year reported on in «%s»',
		(text) => {
			expect(found('N-YEAR', heading(text))[0]).toMatchObject({ severity: 'error', found: 2024, expected: 2025 });
		},
	);

	it.each([
		'2025年工作计划',
		'2024年工作计划完成情况',
		'2024年重点工作推进情况',
		'下一步工作打算',
		'2023年工作计划落实情况',
	])('lets «%s» pass', (text) => {
		expect(found('N-YEAR', heading(text))).toEqual([]);
	});

	it.each(['2021年，我镇公开信息20条。', '截至2022年底，累计公开300条。', '2019年度，全镇收到申请2件。'])(
		'warns of a sentence about another year: «%s»',
		(text) => {
			expect(found('N-YEAR', body(text))[0]).toMatchObject({ severity: 'warning', expected: 2024 });
		},
	);

	it.each([
		'2024年，我镇公开信息20条。',
		'2023年，我镇公开信息18条，今年增加。',
		'2025年，我镇将增加专栏。',
		'自2008年条例施行以来，全镇公开信息3000条。',
		'落实国办公开办函〔2021〕30号要求。',
		'编制2021—2025年规划。',
	])('lets «%s» pass', (text) => {
		expect(found('N-YEAR', body(text))).toEqual([]);
	});

	it('says each stray year once', () => {
		expect(found('N-YEAR', body('2020年，我镇甲。2020年，我镇乙。2021年，我镇丙。'))).toHaveLength(2);
	});

	it('accepts a report without a stated period, and refuses any period but the calendar year', () => {
		expect(found('N-YEAR', { period: null })).toEqual([]);
		expect(found('N-YEAR', { period: ['2024-01-01', '2024-11-30'] })).toHaveLength(1);
	});
});

describe('N-EMPTY', () => {
	const bare = (sections: Section[], change: Partial<Report> = {}) =>
		found('N-EMPTY', { ...outline(...sections), ...change }).map((finding) => finding.found);

	it('finds each heading without a text', () => {
		const sections = [section(1, 1, '总体情况'), section(1, 2, '渠道情况'), section(2, 2, '机构情况', '有。')];
		expect(bare(sections)).toEqual(['渠道情况']);
	});

	it('takes sub-headings for the content of a section', () => {
		expect(bare([section(1, 1, '总体情况'), section(1, 2, '渠道情况', '有。')])).toEqual([]);
	});

	it('leaves bare points alone: sentences, statements of nothing, third-level items, measures', () => {
		expect(
			bare([
				section(1, 1, '其他情况', '如下。'),
				section(1, 2, '认真组织，按时完成'),
				section(2, 2, '无其他事项'),
				section(1, 3, '加强培训'),
				section(2, 1, '存在问题和改进措施'),
				section(1, 2, '加强组织领导'),
				section(2, 2, '完善制度'),
			]),
		).toEqual([]);
	});

	it('takes a body of punctuation for none', () => {
		expect(bare([section(1, 1, '机构情况', '；')])).toEqual(['机构情况']);
	});

	it('finds a promised table only where the report has none', () => {
		const sections = [section(1, 1, '附件', ''), section(1, 2, '政府信息公开情况统计表')];
		const none: Partial<Report> = { form: 'none', cells: {}, claims: [] };
		expect(bare(sections, none)).toEqual(['政府信息公开情况统计表']);
		expect(bare(sections, { ...cleanReport('2014'), sections })).toEqual([]);
	});

	it('puts a heading together that was cut before its last word', () => {
		const none: Partial<Report> = { form: 'none', cells: {}, claims: [] };
		expect(bare([section(1, 1, '公开工作情况', '统计表')], none)).toEqual(['公开工作情况统计表']);
	});

	it.each([
		['无。', 1],
		['暂无问题。', 1],
		['解读少，更新慢。', 1],
		['解读少，下一步增加图解。', 0],
		['要进一步提高认识。', 0],
	])('reads «%s» under the problems', (text, count) => {
		const sections = [section(5, 1, '存在的主要问题及改进情况', text)];
		expect(found('N-EMPTY', outline(...sections))).toHaveLength(count);
	});

	it('accepts measures in a section of their own', () => {
		const sections = [section(4, 1, '主要存在问题', '更新慢。'), section(5, 1, '改进办法和措施', '按周检查。')];
		expect(found('N-EMPTY', outline(...sections))).toEqual([]);
	});
});

describe('N-RES', () => {
	it.each([
		'[bookmark: _GoBack]正文',
		'错误！未找到引用源。',
		'合计#REF!',
		'收起',
		'打印本页',
		'上一篇：关于印发',
		'扫一扫在手机打开当前页',
		'浏览次数：128',
	])('finds «%s»', (text) => {
		expect(found('N-RES', lines(text))).toHaveLength(1);
	});

	it.each([
		'收起三份材料，及时归档。',
		'在窗口张贴二维码，群众扫描即可查询，全年访问量明显上升，反映很好。',
		'一、总体情况',
		'打印费用由财政承担',
	])('lets «%s» pass', (text) => {
		expect(found('N-RES', lines(text))).toEqual([]);
	});

	it('says where it stands', () => {
		expect(found('N-RES', lines('正文', '收起'))[0]?.at).toEqual({ line: 2 });
	});
});

describe('N-FEE', () => {
	const six = (text: string) => outline(section(6, 1, '其他需要报告的事项', text));

	it.each(['没有收取信息处理费。', '本年度发出收费通知0件。', '未收取任何费用。'])('hears «%s»', (text) => {
		expect(found('N-FEE', six(text))).toEqual([]);
	});

	it('misses it where section six speaks of other things', () => {
		expect(found('N-FEE', six('无。'))).toHaveLength(1);
	});

	it('points at applications that ended for want of payment', () => {
		const report = { ...cleanReport('2021'), ...six('无。') };
		report.cells['t3.other.fee.total'] = { value: 2, state: 'number', raw: '2' };
		const [finding] = auditReport(report).findings.filter(({ rule }) => rule === 'N-FEE');
		expect(finding).toMatchObject({ found: 2, cells: ['t3.other.fee.total'] });
	});
});

describe('N-FEE beside the fee records', () => {
	const evidence = { feeNotices: 2, feeCharged: 12_000, feeCollected: 2000 };
	const judged = (text: string, given: AuditOptions['evidence'] = evidence) =>
		found('N-FEE', outline(section(6, 1, '其他需要报告的事项', text)), { evidence: given }).map(
			(finding) => [finding.severity, finding.found] as const,
		);

	it.each([
		'未收取信息处理费。',
		'本年度没有收取任何费用。',
		'没有发出收费通知。',
		'本年度未产生信息处理费。',
		'我镇无收费情况。',
		'（一）信息处理费收取情况。无。',
		'信息处理费收取情况：无。',
	])('«%s» is an error where there were notices', (text) => {
		expect(judged(text)).toMatchObject([['error', expect.any(String)]]);
	});

	it.each([
		'发出收费通知2件，总金额12000元，实际收取2000元。',
		'发出收费通知二件，总金额1.2万元，实际收取两千元。',
		'发出2份收费通知，收取信息处理费2,000元。',
		'收取信息处理费一万二千元。',
		'（一）信息处理费。发出通知2件，总金额12000元。',
		'发出收费通知2件，收费标准为每件100元，逾期未缴纳信息处理费的1件。',
		'发出收费通知2件，没有违规收取费用。',
	])('«%s» agrees', (text) => {
		expect(judged(text)).toEqual([]);
	});

	it.each([
		['发出收费通知3件，总金额12000元。', 3],
		['发出收费通知2件，总金额1.3万元。', 13_000],
		['发出收费通知2件，实际收取两千一百元。', 2100],
		['收取信息处理费500元。', 500],
	])('«%s» differs', (text, figure) => {
		expect(judged(text)).toEqual([['warning', figure]]);
	});

	it('a nought in place of something denies it', () => {
		expect(judged('发出收费通知0件。')).toEqual([['error', 0]]);
		expect(judged('发出收费通知2件，实际收取0元。')).toEqual([['error', 0]]);
	});

	it('notices nobody paid may be told as such; untold they may not', () => {
		const unpaid = { feeNotices: 2, feeCharged: 300, feeCollected: 0 };
		expect(judged('发出收费通知2件，实际未收取信息处理费。', unpaid)).toEqual([]);
		expect(judged('未收取信息处理费。', unpaid)).toMatchObject([['error', '未收取信息处理费']]);
	});

	it('general words on fees, or those of another law, do not state the notices', () => {
		expect(judged('信息处理费的收费标准已在网站公布。')).toEqual([['warning', 2]]);
		expect(judged('行政事业性收费3项，合计500元。')).toEqual([['warning', 2]]);
	});

	it('a report without notices may deny them, and may not claim any', () => {
		const none = { feeNotices: 0, feeCharged: 0, feeCollected: 0 };
		expect(judged('没有收取信息处理费。', none)).toEqual([]);
		expect(judged('发出收费通知1件，总金额100元。', none)).toEqual([
			['warning', 1],
			['warning', 100],
		]);
	});

	it('paid this year upon a notice of the last, it cannot say nothing was collected', () => {
		const late = { feeNotices: 0, feeCharged: 0, feeCollected: 100 };
		expect(judged('未收取信息处理费。', late)).toMatchObject([['error', '未收取信息处理费']]);
	});

	it('without the register row (六)2 alone contradicts a denial', () => {
		const report = cleanReport('2021');
		const cells = { ...report.cells, 't3.other.fee.total': { value: 1, state: 'number' as const, raw: '1' } };
		const six = outline(section(6, 1, '其他需要报告的事项', '未发出收费通知。'));
		expect(found('N-FEE', { ...six, cells })).toMatchObject([{ severity: 'warning', cells: ['t3.other.fee.total'] }]);
	});
});

describe('N-FIVE and N-COUNT', () => {
	const full = '主动公开信息30条。收到公开申请2件。信息管理有制度。平台建设有专栏。监督保障有考核。';

	it('are content with five subjects and two counts in one paragraph', () => {
		expect([...found('N-FIVE', body(full)), ...found('N-COUNT', body(full))]).toEqual([]);
	});

	it.each([
		['主动公开信息30条。', '监督保障'],
		['收到公开申请2件。', '依申请公开'],
		['平台建设有专栏。', '政府信息公开平台建设'],
	])('miss «%s» when it is taken out', (sentence, subject) => {
		const rest = sentence === '主动公开信息30条。' ? full.replace('监督保障有考核。', '') : full.replace(sentence, '');
		expect(found('N-FIVE', body(rest))[0]?.message).toContain(subject);
	});

	it.each(['未收到申请', '没有收到公民的申请', '无依申请公开申请', '受理申请三件', '办理2件依申请公开申请'])(
		'count «%s»',
		(text) => {
			expect(found('N-COUNT', body(`公开30条，${text}。`))).toEqual([]);
		},
	);
});

describe('N-NUM', () => {
	it('finds a number left out at either level, and starts anew under each section', () => {
		const sections = [
			section(1, 1, '甲', '一'),
			section(1, 2, '乙', '一'),
			section(3, 2, '丙', '一'),
			section(2, 1, '丁', '一'),
			section(1, 2, '戊', '一'),
			section(4, 1, '己', '一'),
		];
		expect(found('N-NUM', outline(...sections)).map((finding) => [finding.found, finding.expected])).toEqual([
			[3, 2],
			[4, 3],
		]);
	});

	it('finds a repeated number', () => {
		expect(found('N-NUM', outline(section(1, 1, '甲', '一'), section(1, 1, '乙', '一')))).toHaveLength(1);
	});

	it('does not complain of an outline without any numbers, nor of a lost beginning', () => {
		expect(found('N-NUM', outline(section(null, 1, '甲', '一'), section(null, 1, '乙', '一')))).toEqual([]);
		expect(found('N-NUM', outline(section(2, 1, '甲', '一'), section(3, 1, '乙', '一')))).toEqual([]);
	});

	it('names the headings without a number once, and does not call the next number wrong', () => {
		const sections = [section(1, 1, '甲', '一'), section(null, 1, '乙', '一'), section(3, 1, '丙', '一')];
		const findings = found('N-NUM', outline(...sections));
		expect(findings).toHaveLength(1);
		expect(findings[0]?.message).toContain('「乙」');
	});
});

describe('N-DATE', () => {
	const day = (change: Partial<Report>, options: AuditOptions = {}) => found('N-DATE', change, options)[0];

	it.each([
		['青河县教育局', '2025-01-31', undefined],
		['青河县教育局', '2025-02-01', 'error'],
		['云岭市人民政府办公厅', '2025-02-01', 'error'],
		['青河县清源镇人民政府', '2025-02-01', 'warning'],
		['青河县人民政府', '2025-03-31', undefined],
		['青河县人民政府', '2025-04-01', 'error'],
		['云岭市人民政府', '2025-04-01', 'warning'],
		['云岭高新区管委会', '2025-04-01', 'warning'],
	])('%s publishing on %s: %s', (organ, publishedOn, severity) => {
		expect(day({ organ }, { evidence: { publishedOn } })?.severity).toBe(severity);
	});

	it('keeps to 31 March for years under the old regulations', () => {
		const old = { ...cleanReport('2014'), signedOn: '2018-03-20' };
		expect(auditReport(old).findings).toEqual([]);
		expect(auditReport({ ...old, signedOn: '2018-04-02' }).findings[0]).toMatchObject({ rule: 'N-DATE' });
	});

	it('believes the day of publication before the day of signature', () => {
		const options = { evidence: { publishedOn: '2025-01-15' } };
		expect(day({ signedOn: '2025-02-18' }, options)).toBeUndefined();
	});
});

describe('N-FORM', () => {
	it.each([
		['2021', 2021, 0],
		['2021', 2026, 0],
		['2021', 2020, 1],
		['2019', 2019, 0],
		['2019', 2021, 1],
		['2014', 2018, 0],
		['2014', 2020, 1],
	] as const)('form %s in a report for %i', (form, year, count) => {
		const report = { ...cleanReport(form), year };
		expect(auditReport(report).findings.filter(({ rule }) => rule === 'N-FORM')).toHaveLength(count);
	});
});

describe('N-50-4', () => {
	it.each([
		['青河县清源镇人民政府', 1],
		['清源镇政府', 1],
		['青河县人民政府', 1],
		['云岭市人民政府', 1],
		['青河县教育局', 0],
	])('asks %s: %i', (organ, count) => {
		expect(found('N-50-4', { organ, ...body('平稳。') })).toHaveLength(count);
	});

	it('hears any usual word for each of the three', () => {
		const text = '纳入年度考评；开展评议；未发生问责情形。';
		expect(found('N-50-4', body(text))).toEqual([]);
	});
});
