import { strFromU8, unzipSync } from 'fflate';
import { ReadError } from '../errors.ts';
import { limits } from '../limits.ts';

/** What a zip container lists. */
export interface ZipEntry {
	name: string;
	size: number;
}

/** An opened container; `read` unpacks one entry. */
export interface Zip {
	entries: readonly ZipEntry[];
	has(name: string): boolean;
	read(name: string): Uint8Array | undefined;
	text(name: string): string | undefined;
}

/**
 * Opens a zip without unpacking anything. Throws `ReadError` when it is damaged, encrypted, or would unpack to more
 * than the limits; entries are later unpacked into buffers of their declared size, so a false size cannot grow.
 */
export function openZip(bytes: Uint8Array, most: { entries: number; unpackedBytes: number } = limits): Zip {
	const entries = list(bytes);
	if (entries.length === 0 || isEncrypted(bytes)) throw encryptedOrDamaged(bytes);
	const total = entries.reduce((sum, entry) => sum + entry.size, 0);
	if (entries.length > most.entries || total > most.unpackedBytes || entries.some((e) => e.size > limits.entryBytes)) {
		throw new ReadError('too-large', '文件解压后过大，不是正常的年度报告，已拒绝读取。');
	}
	const read = (name: string): Uint8Array | undefined => {
		let taken = false;
		const found = unzipSync(bytes, {
			filter: (file) => {
				if (taken || file.name !== name) return false;
				taken = true;
				return true;
			},
		});
		return found[name];
	};
	return {
		entries,
		has: (name) => entries.some((entry) => entry.name === name),
		read,
		text: (name) => {
			const data = read(name);
			return data === undefined ? undefined : strFromU8(data);
		},
	};
}

function list(bytes: Uint8Array): ZipEntry[] {
	const entries: ZipEntry[] = [];
	try {
		unzipSync(bytes, {
			filter: (file) => {
				entries.push({ name: file.name, size: file.originalSize });
				return false;
			},
		});
	} catch (cause) {
		throw new ReadError('damaged', '文件不完整或已损坏，打不开，请重新导出后再试。', { cause });
	}
	return entries;
}

/** Bit 0 of the general purpose flags of the first entry. */
function isEncrypted(bytes: Uint8Array): boolean {
	return ((bytes[6] ?? 0) & 1) === 1;
}

function encryptedOrDamaged(bytes: Uint8Array): ReadError {
	return isEncrypted(bytes)
		? new ReadError('encrypted', '文件有密码保护，请去除密码后再上传。')
		: new ReadError('empty', '压缩包里没有任何文件。');
}
