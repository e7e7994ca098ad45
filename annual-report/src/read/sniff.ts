import { Buffer } from 'node:buffer';
import { ReadError } from './errors.ts';

/** The formats the reader tells apart by content; the file name only decides between kinds of text. */
export type Format = 'txt' | 'md' | 'html' | 'docx' | 'xlsx' | 'pdf' | 'doc' | 'rtf' | 'zip';

/** The first bytes, each as a character: what a format says of itself is ASCII. */
export function asciiOf(bytes: Uint8Array, most: number): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(most, bytes.byteLength)).toString('latin1');
}

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);

/**
 * Recognises a format by its first bytes, so that a renamed program is refused whatever its name says.
 * `zip` covers docx and xlsx too: which of them it is shows in its entries. Throws `ReadError` for what cannot be read.
 */
export function sniff(bytes: Uint8Array, fileName: string): Exclude<Format, 'docx' | 'xlsx'> {
	if (bytes.length === 0) throw new ReadError('empty', '这个文件是空的，没有任何内容。');
	if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
	if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'doc';
	if (indexOfAscii(bytes, '%PDF-', 1024) >= 0) return 'pdf';
	refuseBinary(bytes);
	const head = asciiOf(bytes, 4096).toLowerCase();
	if (head.startsWith('{\\rtf')) return 'rtf';
	const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase();
	if (/<(?:!doctype|html|head|body|table|div|p)[\s>]/.test(head) || extension === 'html' || extension === 'htm')
		return 'html';
	return extension === 'md' || extension === 'markdown' ? 'md' : 'txt';
}

function refuseBinary(bytes: Uint8Array): void {
	if (startsWith(bytes, 0x4d, 0x5a) || startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46)) {
		throw new ReadError('unknown-format', '这是一个可执行程序，不是年度报告，已拒绝读取。');
	}
	if (
		startsWith(bytes, 0xff, 0xd8, 0xff) ||
		startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
		startsWith(bytes, 0x47, 0x49, 0x46)
	) {
		throw new ReadError('no-text', '这是一张图片，没有可以读取的文字，请上传带文字的报告文件。');
	}
	if (startsWith(bytes, 0x52, 0x61, 0x72, 0x21) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf)) {
		throw new ReadError('unsupported', '暂不支持这种压缩包，请解压后上传报告文件，或改用 zip。');
	}
}

function indexOfAscii(bytes: Uint8Array, words: string, within: number): number {
	return asciiOf(bytes, within).indexOf(words);
}
