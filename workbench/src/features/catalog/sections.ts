/** What the catalog needs of a column to place and describe it. */
export interface PlacedColumn {
	kind: string;
	code: string;
	updateDays: number | null;
}

export interface CatalogSection<C> {
	key: 'fixed' | 'usual' | 'item';
	title: string;
	hint: string;
	columns: C[];
}

const SECTIONS = [
	{
		key: 'fixed',
		title: '统一设置的栏目',
		hint: '名称由国家统一规定（国办公开办函〔2019〕61号），不能修改。',
	},
	{ key: 'usual', title: '本机关栏目', hint: '可以增加、改名和停用。' },
	{
		key: 'item',
		title: '法定主动公开内容',
		hint: '《条例》第二十条、第二十一条规定的事项；确无此类信息的，登记说明，不留空白栏目。',
	},
] as const;

/** The columns of an office as the portal arranges them; parts without a column are left out. */
export function sectionsOf<C extends PlacedColumn>(columns: readonly C[]): CatalogSection<C>[] {
	const part = ({ kind }: C) => (kind === 'usual' || kind === 'item' ? kind : 'fixed');
	return SECTIONS.map((section) => ({
		...section,
		columns: columns.filter((column) => part(column) === section.key),
	})).filter((section) => section.columns.length > 0);
}

/** How often a column has to be updated, in words. */
export function updateWords({ updateDays }: Pick<PlacedColumn, 'updateDays'>): string {
	return updateDays === null ? '按实际发生更新' : `至少每${updateDays}天更新一次`;
}
