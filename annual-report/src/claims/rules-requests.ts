import { table3Rows } from '../forms/index.ts';
import type { Form } from '../model/index.ts';
import type { CountRule } from './rules.ts';

const pieces = /^(?:件次?|条|份|宗|起|个|次|人次)$/;
const words = '[^，。；：\\d]';
const about = '(?:政府信息公开|依申请公开|信息公开|公开)?';

/** Cells of table 3 in the total column, for the forms that have it. */
function t3(form: Form, ...rows: string[]): string[] {
	return form === '2019' || form === '2021' ? rows.map((row) => `t3.${row}.total`) : [];
}

/** The total cells of all rows of a group, such as every ground of 「不予公开」. */
export function groupCells(form: Form, group: string): string[] {
	if (form !== '2019' && form !== '2021') return [];
	return table3Rows(form)
		.filter((row) => row.key === group || row.key.startsWith(`${group}.`))
		.map((row) => `t3.${row.key}.total`);
}

const stat = (form: Form, code: string): string[] => (form === '2014' ? [`stat.${code}`] : []);

const applicant = (lead: string, column: string): CountRule => ({
	lead: new RegExp(`${lead}(?:申请)?(?:共|计)?$`),
	units: pieces,
	within: ['requests'],
	topic: 'requests',
	needsRefs: true,
	refs: ({ form }) => (form === '2019' || form === '2021' ? [`t3.new.${column}`] : []),
});

const outcome = (lead: string, groups: readonly string[], code?: string): CountRule => ({
	lead: new RegExp(`(?:^|[^、及和或])${lead}(?:的|信息|申请|答复)*(?:共|计|共计|数)?$`),
	units: pieces,
	within: ['requests'],
	topic: 'requests',
	refs: ({ form }) => [...groups.flatMap((group) => groupCells(form, group)), ...(code ? stat(form, code) : [])],
});

/** Counts of applications: received, carried over, answered, and by their results and applicants. */
export const requestRules: readonly CountRule[] = [
	{
		tail: new RegExp(`^${words}{0,8}(?:结转|顺延|延续|转入)${words}{0,4}(?:下|次|明)`),
		units: pieces,
		within: ['requests'],
		topic: 'requests',
		refs: ({ form }) => t3(form, 'carried_out'),
	},
	{
		lead: new RegExp(`(?:结转|顺延)${words}{0,3}(?:下|次)(?:一)?年度?${words}{0,10}$`),
		units: pieces,
		topic: 'requests',
		refs: ({ form }) => t3(form, 'carried_out'),
	},
	{
		lead: new RegExp(`(?:上(?:一)?年度?|${'\\d{4}'}年度?)结转${words}{0,14}$`),
		units: pieces,
		topic: 'requests',
		refs: ({ form }) => t3(form, 'carried_in'),
	},
	{
		lead: new RegExp(
			`(?:收到|受理|接收|接到|新收|收悉|登记)${words}{0,30}申请(?:书|表)?(?:公开)?(?:共|计|共计|总数|数量|合计|总量)?$`,
		),
		units: pieces,
		topic: 'requests',
		refs: ({ form }) => [...t3(form, 'new'), ...stat(form, '3.1')],
	},
	{
		lead: new RegExp(`(?:收到|受理|接收|接到|新收)${words}{0,16}$`),
		tail: new RegExp(`^(?:的)?${about}(?:政府信息|信息)?(?:公开)?(?:的)?申请|^依申请公开|^${about}申请`),
		units: pieces,
		topic: 'requests',
		refs: ({ form }) => [...t3(form, 'new'), ...stat(form, '3.1')],
	},
	{
		lead: /(?:政府信息公开|信息公开|依申请公开)(?:的)?申请(?:共|共计|总数|数量|合计|总量|为){1,2}$/,
		units: pieces,
		topic: 'requests',
		refs: ({ form }) => [...t3(form, 'new'), ...stat(form, '3.1')],
	},
	{
		lead: new RegExp(
			`(?:答复|办结|办理完毕|办理完结)${words}{0,4}(?:政府信息公开|依申请公开|信息公开)(?:的)?(?:申请)?${words}{0,4}$`,
		),
		units: pieces,
		topic: 'requests',
		refs: ({ form }) => [...t3(form, 'total'), ...stat(form, '3.2')],
	},
	{
		lead: /(?:答复|办结|办理完毕|办理完结)(?:申请)?(?:共|共计|了|数)?$/,
		units: pieces,
		within: ['requests'],
		topic: 'requests',
		refs: ({ form }) => [...t3(form, 'total'), ...stat(form, '3.2')],
	},
	applicant('自然人', 'natural'),
	applicant('商业企业', 'business'),
	applicant('科研机构', 'research'),
	applicant('社会公益组织', 'welfare'),
	applicant('法律服务机构', 'legalService'),
	outcome('予以公开(?:及|和|、|与)(?:予以)?部分公开', ['granted', 'partial']),
	outcome('(?:予以公开|同意公开)', ['granted'], '3.3.2'),
	outcome('(?:予以|同意)?部分公开', ['partial'], '3.3.3'),
	outcome('不(?:予|同意)公开', ['deny'], '3.3.4'),
	outcome('无法提供', ['unable']),
	outcome('不予处理', ['reject']),
	outcome('(?:作)?其[他它]处理', ['other']),
];
