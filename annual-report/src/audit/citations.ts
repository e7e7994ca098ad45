/** Laws and rules these reports cite, by their exact names and the short names in use. */
const exact = [
	'中华人民共和国政府信息公开条例',
	'政府信息公开条例',
	'政府信息公开信息处理费管理办法',
	'中华人民共和国保守国家秘密法',
	'保守国家秘密法',
	'中华人民共和国保守国家秘密法实施条例',
	'中华人民共和国行政复议法',
	'中华人民共和国行政诉讼法',
	'中华人民共和国行政处罚法',
	'中华人民共和国行政许可法',
	'中华人民共和国个人信息保护法',
	'中华人民共和国政府采购法',
	'中华人民共和国立法法',
	'中华人民共和国政府信息公开工作年度报告格式',
	'政府信息公开工作年度报告格式',
	'重大行政决策程序暂行条例',
	'公共企事业单位信息公开规定制定办法',
];

const known = new Set(exact);
const mendable = exact.filter((name) => name.startsWith('中华人民共和国'));

/** A cited name that is nearly, but not exactly, one of the list. */
export interface Misnamed {
	printed: string;
	name: string;
}

/**
 * Names in 《》 that differ from a known name by one to three characters. Names of local rules (with a place before
 * 政府信息公开) are far from all of them and pass.
 */
export function misnamed(text: string): Misnamed[] {
	const found = new Map<string, Misnamed>();
	for (const [, inner = ''] of text.matchAll(/《([^《》]{6,40})》/g)) {
		const printed = inner.replace(/（.*）$/, '');
		if (known.has(printed) || found.has(printed) || !printed.startsWith('中华人民')) continue;
		const name = mendable.find((candidate) => distance(printed, candidate) <= 3);
		if (name) found.set(printed, { printed: `《${printed}》`, name: `《${name}》` });
	}
	return [...found.values()];
}

/** Characters to insert, drop or change to make one name of the other. */
function distance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
		}
		previous = row;
	}
	return previous[b.length] ?? 0;
}
