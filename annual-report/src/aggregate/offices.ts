import type { Report } from '../model/index.ts';

/** What tells two reporting offices apart: the printed name, or the file where no name was found. */
export function officeKey({ organ, file }: Pick<Report, 'organ' | 'file'>): string {
	return organ === null ? `file:${file}` : plain(organ);
}

/** True where a listed name and a printed one mean the same office: 清源镇 and 青河县清源镇人民政府. */
export function isSameOffice(listed: string, printed: string | null): boolean {
	if (printed === null) return false;
	const [a, b] = [place(listed), place(printed)];
	return a !== '' && b !== '' && (a === b || b.endsWith(a) || a.endsWith(b));
}

function plain(name: string): string {
	return name.replace(/\s+/g, '').replace(/[（(].*$/, '');
}

function place(name: string): string {
	return plain(name).replace(/(?:人民政府|办事处)$/, '');
}
