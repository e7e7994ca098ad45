import type { Cell } from '../model/index.ts';

/** What a cell that the document did not have is printed as; never a figure, never empty. */
export const notProvided = '未提供';

/**
 * What is printed in a cell. A figure is printed as a figure; a blank stays blank, a dash a dash, and what could not be
 * read is printed as it stood. Nothing but the figure 0 is ever printed as 0.
 */
export function printedText(cell: Cell | undefined): string {
	switch (cell?.state) {
		case 'number':
		case 'reconstructed':
			return cell.value === null ? '' : String(cell.value);
		case 'blank':
			return '';
		case 'dash':
			return cell.raw.trim() || '/';
		case 'unreadable':
			return cell.raw.trim() || '？';
		default:
			return notProvided;
	}
}

/** Names of the states for readers of spreadsheets. */
export const stateNames: Record<Cell['state'], string> = {
	number: '数字',
	reconstructed: '按勾稽关系还原',
	blank: '空白',
	dash: '零值符号',
	unreadable: '无法读取',
	absent: '文件中没有',
};

/** A day as it is signed: 2025-01-20 → 2025年1月20日. */
export function signedDate(day: string): string {
	const [year, month, date] = day.split('-').map(Number);
	return `${year}年${month}月${date}日`;
}
