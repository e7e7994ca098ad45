/** Bytes of a table as text: UTF-8, or GB18030 as spreadsheets of this country save it. */
export function decodeTable(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030').decode(bytes);
	}
}

/** Lines of a .csv file as cells (RFC 4180): quoted cells may hold commas, line breaks and doubled quotes. */
export function parseCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let quoted = false;
	const endCell = () => {
		row.push(cell);
		cell = '';
	};
	const endRow = () => {
		endCell();
		rows.push(row);
		row = [];
	};
	for (let at = 0; at < text.length; at += 1) {
		const letter = text.charAt(at);
		if (quoted && letter === '"' && text.charAt(at + 1) === '"') {
			cell += '"';
			at += 1;
		} else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
		else if (!quoted && letter === ',') endCell();
		else if (!quoted && (letter === '\n' || letter === '\r')) {
			if (letter === '\r' && text.charAt(at + 1) === '\n') at += 1;
			endRow();
		} else cell += letter;
	}
	if (cell !== '' || row.length > 0) endRow();
	return rows;
}
