import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';
import { noteFile } from '../platform/files.ts';
import type { Services } from '../services.ts';
import { drain } from './drain.ts';
import type { Upload } from './route.ts';

/** A multipart body: its text fields, and its files stored by content. */
export interface Uploaded {
	fields: Record<string, string>;
	files: Upload[];
}

/**
 * Reads a multipart request. Empty file inputs are skipped. A file over the limit throws `tooLarge` with the fields read so
 * far kept in `fields`, so that a form can come back filled.
 */
export async function readUploads(
	request: FastifyRequest,
	services: Services,
	maxFiles: number,
	fields: Record<string, string> = {},
): Promise<Uploaded> {
	requireMultipart(request);
	const files: Upload[] = [];
	const limits = { fileSize: services.config.maxUpload + 1, files: maxFiles, fieldSize: 2 * 1024 * 1024, fields: 200 };
	try {
		for await (const part of request.parts({ limits })) {
			if (part.type === 'field') {
				fields[part.fieldname] = String(part.value);
				continue;
			}
			if (!part.filename) {
				part.file.resume();
				continue;
			}
			const stored = await services.files.put(part.file, services.config.maxUpload);
			await noteFile(services.database.sql, stored);
			files.push({ ...stored, field: part.fieldname, fileName: cleanName(part.filename) });
		}
	} catch (error) {
		await drain(request.raw);
		throw error;
	}
	return { fields, files };
}

function requireMultipart(request: FastifyRequest): void {
	if (!request.isMultipart()) throw new AppError('unsupported', { message: '请以表单方式上传文件' });
}

/** A file that is read and forgotten: it never reaches the file store. */
export interface PassingFile {
	fileName: string;
	bytes: Uint8Array;
}

/** As `readUploads`, for files that are kept nowhere: they are held in memory, each up to `limit` bytes. */
export async function readPassing(
	request: FastifyRequest,
	maxFiles: number,
	limit: number,
	fields: Record<string, string>,
): Promise<PassingFile[]> {
	requireMultipart(request);
	const files: PassingFile[] = [];
	const limits = { fileSize: limit + 1, files: maxFiles, fieldSize: 64 * 1024, fields: 20 };
	try {
		for await (const part of request.parts({ limits })) {
			if (part.type === 'field') fields[part.fieldname] = String(part.value);
			else if (!part.filename) part.file.resume();
			else files.push({ fileName: cleanName(part.filename), bytes: await bytesOf(part.file, limit) });
		}
	} catch (error) {
		await drain(request.raw);
		throw error;
	}
	return files;
}

async function bytesOf(stream: Readable, limit: number): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += (chunk as Buffer).length;
		if (size > limit) throw new AppError('tooLarge', { message: `文件超过${limit / 1024 / 1024} MB` });
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks);
}

/** A file name without folders or control characters, at most 200 characters. */
export function cleanName(name: string): string {
	const base = name.split(/[\\/]/).pop() ?? '';
	const printable = [...base].filter((letter) => letter >= ' ' && letter !== '\u007f').join('');
	return printable.slice(-200) || '未命名';
}
