import type { Report } from '../model/index.ts';
import { squeeze } from './narrative.ts';

/** Words every heading of these reports shares: they tell two parts apart as little as 的 does. */
const common =
	/政府信息公开|信息公开|政务公开|政府信息|主要情况|基本情况|工作|情况|本年度|年度|报告|说明|部分|事项|因|的|及其|等/g;

/** 「由A、B、C等六部分组成」 and 「包括A、B、C」: the two ways an opening paragraph announces its parts. */
const announcements = [
	/(?:报告|全文|内容)(?:内容)?由([^。；;]{8,240}?)(?:等)?(?:共)?[一二三四五六七八九十\d]*个?(?:部分|方面)?(?:内容)?(?:组成|构成)/,
	/(?:报告|全文|内容)(?:内容)?(?:主要)?(?:包括|包含|分为)([^。；;]{8,240}?)(?:等)?(?:共)?[一二三四五六七八九十\d]*个?(?:部分|方面)?(?:内容)?(?:组成|构成)?[。；;：:]/,
];

/**
 * Parts the preface announces and the report does not have. A part counts as there when half of the characters that
 * set it apart stand in one heading, or its words stand in a body. Parts joined by 和 or 及 may be spread over two.
 */
export function missingParts(preface: string, report: Report): string[] {
	const list = announcements.map((pattern) => pattern.exec(preface)?.[1]).find((found) => found !== undefined);
	// 「本报告由某机构编写，由A、B、C组成」: who wrote it is no part.
	const parts = (list ?? '')
		.replace(/^[^、]*[，,](?:全文|内容|报告)?共?由/, '')
		.split(/[、，,]|以及/)
		.map((part) => part.replace(/^(?:和|及|与)/, ''));
	if (parts.length < 3) return [];
	const headings = report.sections.map(({ heading }) => squeeze(heading));
	const bodies = squeeze(report.sections.map(({ body }) => body).join('。'));
	return parts.filter((part) => part.length >= 2 && !isThere(part, headings, bodies));
}

function isThere(part: string, headings: readonly string[], bodies: string): boolean {
	if (bodies.includes(part)) return true;
	return part
		.split(/和|及|与|或者?/)
		.map((piece) => piece.replace(common, ''))
		.every((piece) => piece.length < 2 || bodies.includes(piece) || headings.some((h) => share(piece, h) >= 0.5));
}

function share(piece: string, heading: string): number {
	const wanted = [...piece];
	return wanted.filter((character) => heading.includes(character)).length / wanted.length;
}
