import { z } from 'zod';

const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`);

/** Month and day, such as 01-31. */
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应为月-日，如 01-31');

/** The last day, given by 条例第四十九条; a county may set an earlier one, never a later. */
const upTo = (limit: string, message: string) => monthDay.refine((day) => day <= limit, message);

/** So many days or months, within what a county may decide. */
const within = (label: string, most: number, unset: number) =>
	z
		.number(`${label}应为整数`)
		.int(`${label}应为整数`)
		.min(1, `${label}至少为1`)
		.max(most, `${label}不超过${most}`)
		.default(unset);

/**
 * What a county sets for itself, key by key. `label` is shown where it is edited; a value that was never stored is the
 * default its schema gives for `{}`.
 */
export const SETTINGS = {
	site: {
		label: '网站信息',
		schema: z.strictObject({
			/** 规范名称, the SiteName of every page. */
			name: line(60).min(1, '请填写网站名称').default('政府信息公开平台'),
			county: line(30).default(''),
			/** 网站标识码: text, state bodies have letters in theirs. */
			siteCode: z
				.string()
				.trim()
				.regex(/^([0-9a-zA-Z]{10})?$/, '网站标识码为10位数字或字母')
				.default(''),
			domain: z
				.string()
				.trim()
				.regex(/^([a-z0-9-]+(\.[a-z0-9-]+)+)?$/i, '请填写域名，如 www.example.gov.cn')
				.default(''),
			footer: z.array(line(120)).max(8, '页脚不超过8行').default([]),
		}),
	},
	calendar: {
		label: '工作日历',
		schema: z.strictObject({
			/** Whether newly entered local days off stop statutory clocks (放假办法第四条; the law does not say). */
			countyDaysStopClocks: z.boolean().default(false),
		}),
	},
	reports: {
		label: '年度报告报送期限',
		schema: z.strictObject({
			/** 条例第四十九条第一款: 县级以上人民政府部门, by 31 January. */
			departmentDeadline: upTo('01-31', '县直部门不晚于1月31日（条例第四十九条）').default('01-31'),
			/** Townships are not named by the law: the county arranges them, before it sums up. */
			townshipDeadline: upTo('03-31', '乡镇不晚于3月31日').default('01-31'),
			/** 条例第四十九条第二款: the county's own, by 31 March. */
			countyDeadline: upTo('03-31', '县级年度报告不晚于3月31日（条例第四十九条）').default('03-31'),
			/** Days before a deadline on which an office that still owes its report is reminded; empty for none. */
			remindBefore: z
				.array(z.number('提醒天数应为整数').int('提醒天数应为整数').min(0).max(60, '最早提前60天提醒'))
				.max(6, '最多提醒6次')
				.default([15, 5, 1]),
		}),
	},
	/** Bounds of the audit of annual reports: no law of ours sets them. */
	audit: {
		label: '年度报告审核',
		schema: z.strictObject({
			/** Percent of common text from which two reports count as 内容雷同. */
			similarity: z
				.number('雷同的比例应为整数')
				.int('雷同的比例应为整数')
				.min(30, '雷同的比例至少为30%')
				.max(100, '雷同的比例不超过100%')
				.default(70),
			/** 规范性文件 a township made in a year, and has in force, from which the figure is doubted. */
			normativeMade: within('本年制发的件数', 500, 8),
			normativeInForce: within('现行有效的件数', 5000, 50),
		}),
	},
	applications: {
		label: '依申请公开',
		schema: z.strictObject({
			/** Years after archiving before who applied may be erased. No article sets them: the county's 档案保管期限表 does. */
			retentionYears: z
				.number('保管年数应为整数')
				.int('保管年数应为整数')
				.min(1, '至少保管1年')
				.max(100, '不超过100年')
				.default(10),
			/** Whether the portal shows what was asked for and how it was answered (答复情况公示). */
			answersShown: z.boolean().default(false),
			/** Of payment on the period for the answer: 国办函〔2020〕109号 is read both ways. Notices already sent keep theirs. */
			feeEffect: z.enum(['restart', 'resume']).default('restart'),
			/** Whether 实际收取 of section 六 leaves out what went back (退费); no text we could read says. */
			feeRefunds: z.enum(['deducted', 'apart']).default('deducted'),
		}),
	},
	/** Limits no law of ours sets, or only that of another province: the county's word over our number. */
	limits: {
		label: '本县约定的期限',
		schema: z.strictObject({
			/** 更正申请 (条例第四十一条 names none), in working days. */
			correctionDays: within('更正申请的办结期限', 60, 20),
			/** 政策解读 after the policy, in working days. */
			interpretationDays: within('政策解读的发布期限', 20, 3),
			/** 定期评估审查 of what is not opened (条例第十八条 says 定期), in months. */
			withheldReviewMonths: within('不予公开信息的评估间隔', 36, 12),
			/** What became of comments on a draft, in working days after its last day. */
			consultationResultDays: within('征集结果的公布期限', 60, 20),
			/** The reply to a proposal, in working days after it was given. */
			proposalPublishDays: within('建议提案复文的公开期限', 60, 20),
			/** 协商、确认 of what concerns another office (条例第十一条 names no days), in working days. */
			coordinationDays: within('协商确认的答复期限', 30, 5),
			/** Answers to what people write, in working days; 舆情 has hours of its own (国办发〔2016〕61号、80号). */
			questionDays: within('咨询建议的答复期限', 60, 15),
			complaintReplyDays: within('投诉举报的答复期限', 60, 15),
			wantedDays: within('点题公开的答复期限', 60, 15),
			siteErrorDays: within('网站纠错的答复期限', 30, 3),
			/** An application put aside half written, in days. */
			savedFormDays: within('暂存申请的保留天数', 180, 30),
		}),
	},
	publishing: {
		label: '发布核查名单',
		schema: z.strictObject({
			/** Words whoever reads a draft is asked to look at, with what to do about them. */
			watchWords: z
				.array(z.object({ word: line(30).min(1, '请填写词语'), advice: line(100).default('') }))
				.max(500, '不超过500个词')
				.default([]),
			/** Names of the county's leaders in the order in which they are named. */
			leaders: z.array(line(20).min(1)).max(60, '不超过60人').default([]),
		}),
	},
	normative: {
		label: '行政规范性文件',
		schema: z.strictObject({
			/** Days of consultation of what is no major decision; a major one needs thirty by law. */
			consultationDays: z
				.number('征求意见天数应为整数')
				.int('征求意见天数应为整数')
				.min(1, '至少1日')
				.max(90, '不超过90日')
				.default(7),
			/** Days after 公布 within which a document is sent in for filing. */
			filingDays: z
				.number('备案天数应为整数')
				.int('备案天数应为整数')
				.min(1, '至少1日')
				.max(60, '不超过60日')
				.default(15),
			/** Years a document may be in force, and by which its term may be extended; usually five (local rules). */
			termYears: within('有效期的年数', 20, 5),
			/** Months before its last day from which a document is to be evaluated. */
			remindMonths: z
				.number('提醒月数应为整数')
				.int('提醒月数应为整数')
				.min(1, '至少1个月')
				.max(24, '不超过24个月')
				.default(6),
		}),
	},
	monitoring: {
		label: '监测',
		schema: z.strictObject({
			/** 加分 of 国办秘函〔2019〕19号, as the county judged it; thirty in all count. */
			bonus: z
				.array(
					z.object({
						title: line(60).min(1, '请填写加分事项'),
						points: z.number('加分应为数字').min(0.1, '加分至少0.1分').max(30, '加分不超过30分'),
					}),
				)
				.max(20, '不超过20项')
				.default([]),
			/** Days without anything new after which an account of the new media is silent; two weeks are a veto by 19号. */
			silentDays: z.number('应为整数').int('应为整数').min(1, '至少1天').max(14, '不超过14天').default(14),
			/** What an inspection of the new media found that no program sees, as the county judged it: vetoes, and points taken. */
			mediaFaults: z
				.array(
					z.object({
						title: line(60).min(1, '请填写问题'),
						kind: z.enum(['veto', 'points']).default('points'),
						points: z.number('扣分应为数字').min(0, '扣分不能为负').max(100, '扣分不超过100分').default(0),
					}),
				)
				.max(30, '不超过30项')
				.default([]),
			/**
			 * What an inspection of the site found that no program sees (严重表述错误, 伪造发稿日期, 严重负面舆情 …), as the county judged it,
			 * with the day it was found and what proves it. It counts in every round until the county takes it out.
			 */
			siteFaults: z
				.array(
					z.object({
						title: line(60).min(1, '请填写问题'),
						kind: z.enum(['veto', 'points']).default('veto'),
						points: z.number('扣分应为数字').min(0, '扣分不能为负').max(100, '扣分不超过100分').default(0),
						foundOn: z.iso.date('请填写发现日期'),
						ground: line(200).min(1, '请写明依据，如网页地址和错误内容'),
					}),
				)
				.max(30, '不超过30项')
				.default([]),
			/** Where the county's services are offered when that is not this site, such as the platform of the province; empty = here. */
			servicesAt: z
				.union([
					z.literal(''),
					z.url({ protocol: /^https?$/, error: '请填写完整网址，如 https://zwfw.example.gov.cn/' }).max(300),
				])
				.default(''),
			/** Elements missing in one service guide from which it is a veto (国办秘函〔2019〕19号; the number was not read). */
			serviceGaps: z.number('应为整数').int('应为整数').min(1, '至少1类').max(7, '不超过7类').default(4),
			/** Days an office has to answer what the county handed down of the standard catalogs. */
			entryDays: z.number('应为整数').int('应为整数').min(1, '至少1天').max(365, '不超过365天').default(30),
			/** Days an office has to put right what a complaint was found true about. */
			complaintDays: z.number('应为整数').int('应为整数').min(1, '至少1天').max(365, '不超过365天').default(15),
			/** Sites offices still run elsewhere; the round visits them. */
			sites: z
				.array(
					z.object({
						name: line(60).min(1, '请填写网站名称'),
						/** Slug of the office that owns it. */
						office: line(40).min(1, '请选择主办机关'),
						/** Address of its home page. */
						start: z.url({ protocol: /^https?$/, error: '请填写完整网址，如 http://www.example.gov.cn/' }).max(300),
					}),
				)
				.max(50, '不超过50个网站')
				.default([]),
			/** Pages read of one site in one round. */
			pagesPerSite: z.number('应为整数').int('应为整数').min(1).max(2000, '不超过2000页').default(200),
			/** Seconds between two requests to one site. */
			delaySeconds: z.number('应为数字').min(0.5, '至少间隔0.5秒').max(60, '间隔不超过60秒').default(2),
		}),
	},
	indexNumber: {
		label: '索引号规则',
		schema: z.strictObject({
			/** {code} 机构代码 · {area} 行政区划代码 · {yyyy} · {yyyymm} · {serial:N} 顺序号，补零到 N 位. */
			pattern: z
				.string()
				.trim()
				.max(60)
				.refine((text) => /\{serial:[1-9]\}/.test(text), '须包含顺序号，如 {serial:5}')
				.refine((text) => /\{yyyy(mm)?\}/.test(text), '须包含年份 {yyyy} 或年月 {yyyymm}')
				.refine(
					(text) => /^[\w/.-]*$/.test(text.replace(/\{(code|area|yyyy|yyyymm|serial:[1-9])\}/g, '')),
					'只能使用 {code}、{area}、{yyyy}、{yyyymm}、{serial:N} 以及字母、数字、/、-、.',
				)
				.default('{code}/{yyyy}-{serial:5}'),
		}),
	},
} as const;

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];
export type CountySettings = { [K in SettingKey]: z.output<(typeof SETTINGS)[K]['schema']> };
