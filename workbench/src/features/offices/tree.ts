/** What the list and the tree need of an office. */
export interface OfficeLike {
	id: number;
	name: string;
	shortName: string;
	code: string;
	kind: string;
	status: string;
	parentId: number | null;
}

export interface OfficeFilters {
	q: string;
	kind: string;
	status: string;
}

/** The offices that fit all filters; an empty filter fits everything. */
export function matchingOffices<O extends OfficeLike>(offices: readonly O[], { q, kind, status }: OfficeFilters): O[] {
	const text = q.trim().toLowerCase();
	return offices.filter((office) => {
		const words = `${office.name} ${office.shortName} ${office.code}`.toLowerCase();
		return (
			(text === '' || words.includes(text)) &&
			(kind === '' || office.kind === kind) &&
			(status === '' || office.status === status)
		);
	});
}

export interface TreeNode<O> {
	office: O;
	/** False for an office that is only here to hold those below it. */
	shown: boolean;
	children: TreeNode<O>[];
}

/** The shown offices under those they belong to, which stay although a filter left them out. */
export function treeOf<O extends OfficeLike>(offices: readonly O[], shown: readonly O[]): TreeNode<O>[] {
	const wanted = new Set(shown.map(({ id }) => id));
	const known = new Set(offices.map(({ id }) => id));
	const below = (parentId: number | null): TreeNode<O>[] =>
		offices
			// An office whose parent the answer does not hold stands at the top.
			.filter((office) => (parentId === null ? !known.has(office.parentId ?? -1) : office.parentId === parentId))
			.map((office) => ({ office, shown: wanted.has(office.id), children: below(office.id) }))
			.filter((node) => node.shown || node.children.length > 0);
	return below(null);
}
