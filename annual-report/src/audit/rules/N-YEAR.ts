import type { Report, RuleContext } from '../../model/index.ts';
import { basisArticle50 } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { narrativeOf, quote, squeeze } from '../narrative.ts';

export const NYEAR = defineRule({
	id: 'N-YEAR',
	title: '统计期限和文中的年份与报告年度相符',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'error',
	scope: 'text',
	check(context) {
		const { report } = context;
		if (report.year === null) return { notChecked: '报告所属年度不明' };
		return [
			...wrongPeriod(report, report.year),
			...stalePlans(report, report.year),
			...strayYears(context, report.year),
		];
	},
});

function wrongPeriod({ period }: Report, year: number): Draft[] {
	if (!period || (period[0] === `${year}-01-01` && period[1] === `${year}-12-31`)) return [];
	const message = `统计期限写成${period[0]}至${period[1]}，应当是${year}年1月1日至12月31日`;
	return [{ found: `${period[0]}/${period[1]}`, expected: `${year}-01-01/${year}-12-31`, message }];
}

/** A plan for the year reported on was left over from the year before. */
function stalePlans({ sections }: Report, year: number): Draft[] {
	return sections.flatMap(({ heading, at }) => {
		const match = /(20\d{2})年度?[^。，]*?(?:计划|打算|设想|安排|工作思路|努力方向)/.exec(squeeze(heading));
		if (Number(match?.[1]) !== year || /落实|完成|执行|进展|推进/.test(heading)) return [];
		const message = `标题「${squeeze(heading)}」是${year}年的计划，而本报告就是${year}年度的，应当是${year + 1}年`;
		return [{ found: year, expected: year + 1, message, at }];
	});
}

/** Statements about the work of a year that is neither this one, the last nor the next: often an old text reused. */
function strayYears(context: RuleContext, year: number): Draft[] {
	const { whole } = narrativeOf(context);
	const statement =
		/(?:^|[。；，、：])(?:在|截至|截止)?(20\d{2})年(?:度|底|末|全年)?(?:，|我|全|本|共|累计|各|县|镇|乡|街道|政府|主动|依申请)/g;
	const seen = new Set<number>();
	const findings: Draft[] = [];
	for (const match of whole.matchAll(statement)) {
		const found = Number(match[1]);
		if (Math.abs(found - year) <= 1 || seen.has(found)) continue;
		seen.add(found);
		const message = `文中「${quote(whole, match.index + 1, 18)}」说的是${found}年，与${year}年度报告不符，请核对是否沿用了旧文`;
		findings.push({ severity: 'warning', found, expected: year, message });
	}
	return findings;
}
