/** The column a type is usually filed in, when the office has it and it takes documents; null when somebody has to choose. */
export function suggestedColumn(
	types: readonly { value: string; column: string }[],
	columns: readonly { id: number; slug: string; takesDocuments: boolean }[],
	type: string,
): number | null {
	const slug = types.find(({ value }) => value === type)?.column;
	return columns.find((column) => column.slug === slug && column.takesDocuments)?.id ?? null;
}
