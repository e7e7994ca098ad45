/** The words of a table as a list to choose from. */
export function optionsOf(table: Readonly<Record<string, string | { label: string }>>) {
	return Object.entries(table).map(([value, label]) => ({
		value,
		label: typeof label === 'string' ? label : label.label,
	}));
}
