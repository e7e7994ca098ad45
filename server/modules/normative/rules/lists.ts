import { type BatchItem, CONCLUSIONS, type Conclusion } from '../model.ts';

/** The three lists of a clean-up. What is to be revised stays in force until it is, and says so. */
export const LISTS = {
	keep: { label: '继续有效的行政规范性文件目录', conclusions: ['keep', 'revise'] },
	repeal: { label: '废止的行政规范性文件目录', conclusions: ['repeal'] },
	lapse: { label: '宣布失效的行政规范性文件目录', conclusions: ['lapse'] },
} as const satisfies Record<string, { label: string; conclusions: readonly Conclusion[] }>;
export type ListKey = keyof typeof LISTS;
export const LIST_KEYS = Object.keys(LISTS) as [ListKey, ...ListKey[]];

export interface ListRow {
	serial: number;
	title: string;
	documentNumber: string;
	officeName: string;
	formedOn: string;
	expiresOn: string;
	remark: string;
}

/** The rows of one list, office by office in the order given. */
export function listRows(key: ListKey, items: readonly BatchItem[], offices: ReadonlyMap<number, string>): ListRow[] {
	const wanted: readonly (Conclusion | null)[] = LISTS[key].conclusions;
	return items
		.filter(({ conclusion }) => wanted.includes(conclusion))
		.map((item, index) => ({
			serial: index + 1,
			title: item.title,
			documentNumber: item.documentNumber || '无',
			officeName: offices.get(item.officeId) ?? '',
			formedOn: item.formedOn,
			expiresOn: item.expiresOn ?? '未规定',
			remark: item.conclusion === 'revise' ? '需修改，修改前继续有效' : '',
		}));
}

/** 清理 56 件：继续有效 40 件，修改 2 件…, for the sentence above the lists. */
export function countsOf(items: readonly BatchItem[]): Record<Conclusion, number> & { all: number } {
	const counts = { all: items.length, keep: 0, revise: 0, repeal: 0, lapse: 0 };
	for (const { conclusion } of items) if (conclusion) counts[conclusion] += 1;
	return counts;
}

/** The counts as they are printed. */
export function countsText(counts: ReturnType<typeof countsOf>): string {
	const parts = (Object.keys(CONCLUSIONS) as Conclusion[]).map((key) => `${CONCLUSIONS[key]}${counts[key]}件`);
	return `共清理行政规范性文件${counts.all}件，其中${parts.join('，')}`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The three lists as the body of an announcement; an empty one is said to be empty. */
export function announcement(
	about: { title: string; onDay: string; effectiveOn: string },
	items: readonly BatchItem[],
	offices: ReadonlyMap<number, string>,
): string {
	const { title, onDay, effectiveOn } = about;
	const intro = [
		`根据有关规定，对截至${onDay}现行有效的行政规范性文件进行了清理（${title}）。${countsText(countsOf(items))}。`,
		`废止和宣布失效的文件，自${effectiveOn}起不再作为行政管理的依据。未列入继续有效目录的文件，不得作为行政管理的依据。`,
	];
	const lists = LIST_KEYS.map((key) => listMarkup(LISTS[key].label, listRows(key, items, offices)));
	return [...intro.map((text) => `<p>${escaped(text)}</p>`), ...lists].join('');
}

const HEADS = ['序号', '文件名称', '文号', '制定机关', '成文日期', '有效期至', '备注'];

function listMarkup(label: string, rows: readonly ListRow[]): string {
	if (rows.length === 0) return `<h2>${label}</h2><p>无。</p>`;
	const head = HEADS.map((text) => `<th>${text}</th>`).join('');
	const body = rows.map(
		({ serial, title, documentNumber, officeName, formedOn, expiresOn, remark }) =>
			`<tr>${[String(serial), title, documentNumber, officeName, formedOn, expiresOn, remark]
				.map((text) => `<td>${escaped(text)}</td>`)
				.join('')}</tr>`,
	);
	return `<h2>${label}</h2><table><tbody><tr>${head}</tr>${body.join('')}</tbody></table>`;
}
