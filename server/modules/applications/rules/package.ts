import { type CivilDay, chineseDay } from '../../../kernel/civil-day.ts';
import { fileNamePart } from '../../../platform/zip.ts';

/** A paper of the case file, in the order of the volume. */
export interface Leaf {
	/** As it stands in the list of contents. */
	title: string;
	/** 文号 of a letter. */
	number: string;
	day: CivilDay | null;
	/** File name with its ending, as it was given. */
	fileName: string;
	/** What its bytes must hash to, where they were stored before; null for what is written for the volume. */
	sha256: string | null;
	content: Uint8Array;
}

export interface PlacedLeaf extends Leaf {
	/** Place in the volume, from 2 on: the list of contents is 1. */
	place: number;
	/** Path inside the archive. */
	path: string;
}

/** Numbers the papers of a volume; the number keeps names apart that are alike. */
export function placeLeaves(leaves: readonly Leaf[]): PlacedLeaf[] {
	return leaves.map((leaf, at) => {
		const place = at + 2;
		return { ...leaf, place, path: `${String(place).padStart(3, '0')} ${fileNamePart(leaf.fileName)}` };
	});
}

/** One line of the list of contents: 序号, 文件题名, 文号, 日期. */
export function contentsLine({ place, title, number, day }: PlacedLeaf): [string, string, string, string] {
	return [String(place), title, number, day ? chineseDay(day) : ''];
}

/** What was in the file when it was archived: enough to prove later that nothing was exchanged. */
export function sealsOf(leaves: readonly Pick<Leaf, 'title' | 'sha256'>[]): { title: string; sha256: string }[] {
	return leaves.flatMap(({ title, sha256 }) => (sha256 === null ? [] : [{ title, sha256 }]));
}

/** Seals of the archived file that no longer have their paper. */
export function missingSeals(
	then: readonly { title: string; sha256: string }[],
	now: readonly { sha256: string }[],
): string[] {
	const present = new Set(now.map(({ sha256 }) => sha256));
	return then.filter(({ sha256 }) => !present.has(sha256)).map(({ title }) => title);
}

/** As `sha256sum -c` reads it. */
export function checksumFile(entries: readonly { path: string; sha256: string }[]): string {
	return entries.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}
