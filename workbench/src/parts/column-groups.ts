/** What grouping needs of a column. */
export interface ColumnLike {
	id: number;
	name: string;
	kind: string;
	code: string;
	closed: boolean;
}

export interface ColumnGroup {
	label: string;
	options: { value: number; label: string }[];
}

/** The columns as choices: those of the office first, then the items of the law, each in the order given. */
export function columnGroups(columns: readonly ColumnLike[]): ColumnGroup[] {
	const items = columns.filter(({ kind }) => kind === 'item');
	const others = columns.filter(({ kind }) => kind !== 'item');
	return [
		{ label: '栏目', options: others.map(optionOf) },
		{ label: '法定主动公开内容', options: items.map(optionOf) },
	].filter(({ options }) => options.length > 0);
}

// An item may have the name of a column of the office's own; its code tells them apart.
function optionOf({ id, name, kind, code, closed }: ColumnLike) {
	const words = kind === 'item' ? `${name}（${code}）` : name;
	return { value: id, label: closed ? `${words}（已停用）` : words };
}
