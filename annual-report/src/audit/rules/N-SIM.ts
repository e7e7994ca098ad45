import type { Report, RuleContext } from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { likely, likenessOf } from '../similarity.ts';

export const NSIM = defineRule({
	id: 'N-SIM',
	title: '内容不与上一年度或其他机关雷同',
	basis: '国办公开办函〔2021〕30号：内容雷同、敷衍塞责的依照条例第四十七条处理',
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'warning',
	scope: 'unit',
	check(context) {
		const { report, previous, settings } = context;
		if (!previous && !context.siblings.some((other) => !isOwn(other, report)))
			return { notChecked: '没有上一年度或其他机关的报告可以比对' };
		const siblings = likely(report, context.siblings, settings.similarity).filter((other) => !isOwn(other, report));
		const others = previous ? [previous, ...siblings] : siblings;
		return others.flatMap((other) => alike(context, other));
	},
});

function isOwn(other: Report, report: Report): boolean {
	return other === report || (report.organ !== null && placeOf(other.organ) === placeOf(report.organ));
}

function alike({ report, previous, settings }: RuleContext, other: Report): Draft[] {
	const share = likenessOf(report, other);
	if (share < settings.similarity) return [];
	const whose = other === previous ? '本机关上一年度' : `「${other.organ ?? other.title}」`;
	const percent = Math.floor(share * 100);
	const message = `正文与${whose}的报告有${percent}%相同，涉嫌内容雷同`;
	return [{ found: `${percent}%`, expected: `<${Math.round(settings.similarity * 100)}%`, message }];
}
