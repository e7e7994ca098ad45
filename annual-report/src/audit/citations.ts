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

/** The Regulations by the short name in use. */
const regulations = '政府信息公开条例';

/** Numbers of the documents these reports cite, by name; any one of them is right. */
const numbers: Readonly<Record<string, readonly string[]>> = {
	政府信息公开条例: ['国务院令第711号', '国务院令第492号'],
	政府信息公开信息处理费管理办法: ['国办函〔2020〕109号'],
	政府信息公开工作年度报告格式: ['国办公开办函〔2021〕30号', '国办公开办函〔2019〕60号'],
};

/** A cited name that is nearly, but not exactly, one of the list. */
export interface Misnamed {
	printed: string;
	name: string;
}

/**
 * Names in 《》 that differ from a known name by one to three characters, and the Regulations short of 政府. Names of
 * local rules (with a place before 政府信息公开) pass.
 */
export function misnamed(text: string): Misnamed[] {
	const found = new Map<string, Misnamed>();
	for (const [, inner = ''] of text.matchAll(/《([^《》]{6,40})》/g)) {
		const printed = inner.replace(/（.*）$/, '');
		if (known.has(printed) || found.has(printed)) continue;
		const name = nameOf(printed);
		if (name) found.set(printed, { printed: `《${printed}》`, name: `《${name}》` });
	}
	const bare = /(?<![府务业境省市县区州])信息公开条例/.exec(text.replace(/《[^《》]*》/g, '《》'));
	if (bare) found.set(bare[0], { printed: bare[0], name: regulations });
	return [...found.values()];
}

/** The name meant, where one is nearly printed. */
function nameOf(printed: string): string | undefined {
	if (printed.startsWith('中华人民')) return mendable.find((candidate) => distance(printed, candidate) <= 3);
	// A place before the whole short name makes it a local rule; 企业信息, 政务数据 are other matters.
	const isShort = /^(?:政|信息).*条[例列]$/.test(printed) && printed.includes('信息') && !printed.endsWith(regulations);
	return isShort && distance(printed, regulations) <= 2 ? regulations : undefined;
}

/** True where 《条例》 is used before any regulations have been named. */
export function isUnintroduced(text: string): boolean {
	const first = text.indexOf('《条例》');
	return first >= 0 && !text.slice(0, first).includes('条例');
}

/** Document numbers behind a known name that are not that document's. */
export function misnumbered(text: string): Misnamed[] {
	return [...text.matchAll(/《([^《》]{6,40})》[（(]([^（）()]{2,24}号)令?[）)，,]/g)].flatMap(
		([, inner = '', printed = '']) => {
			const name = inner.replace(/（.*）$/, '').replace(/^中华人民共和国/, '');
			const right = Object.hasOwn(numbers, name) ? numbers[name] : undefined;
			if (!right || right.some((one) => plain(one) === plain(printed))) return [];
			return [{ printed: `《${inner}》（${printed}）`, name: right[0] ?? '' }];
		},
	);
}

/** A number as it compares: brackets of any make are one, an order is its figures. */
function plain(number: string): string {
	if (number.includes('令')) return `令${number.replace(/\D/g, '')}`;
	return number.replace(/[〔［[【]/g, '〔').replace(/[〕］\]】]/g, '〕');
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
