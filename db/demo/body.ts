/** Turns the plain paragraphs of the demo's texts into the markup the editor would make: headings, tables, paragraphs. */
export function markup(paragraphs: readonly string[]): string {
	const html: string[] = [];
	let rows: string[][] = [];
	const flush = () => {
		if (rows.length > 0) html.push(table(rows));
		rows = [];
	};
	for (const paragraph of paragraphs) {
		if (paragraph.startsWith('| ')) {
			rows.push(
				paragraph
					.slice(1)
					.split('|')
					.map((cell) => cell.trim())
					.filter((cell) => cell !== ''),
			);
			continue;
		}
		flush();
		html.push(paragraph.startsWith('# ') ? `<h2>${paragraph.slice(2)}</h2>` : `<p>${paragraph}</p>`);
	}
	flush();
	return html.join('');
}

function table([head = [], ...rows]: string[][]): string {
	const line = (cells: string[], tag: 'th' | 'td') =>
		`<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
	return `<table><thead>${line(head, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table>`;
}

/** Puts names into a text: `{office}`, `{short}`, `{village}`, `{year}`, `{month}`. */
export function fill(text: string, words: Record<string, string>): string {
	return text.replace(/\{(\w+)\}/g, (whole, key: string) => words[key] ?? whole);
}
