import { readFile, stat } from 'node:fs/promises';
import { checkNotice, type HolidayNotice } from '../kernel/calendar-notice.ts';
import { noticeFileSchema, officialNotices } from '../law/calendars.ts';
import { type ClockFile, parseClockFile } from '../modules/applications/index.ts';

/** A mistake of the caller: Chinese sentences, exit status 2. */
export class UsageError extends Error {}

/** A whole life of an application is a few kilobytes. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** The events of `--events FILE`. @throws UsageError naming every fault of the file. */
export async function readEvents(path: string): Promise<ClockFile> {
	const file = parseClockFile(await readJson(path));
	if (!file.ok) throw new UsageError(file.issues.map((one) => one.message).join('\n'));
	return file.value;
}

/** The notices of `--notices FILE`, in the form of `server/law/calendars/*.json`. @throws UsageError. */
export async function readNotices(path: string): Promise<HolidayNotice[]> {
	const file = noticeFileSchema.safeParse(await readJson(path));
	if (!file.success) {
		const places = file.error.issues.map((one) => one.path.join('.') || '文件').join('、');
		throw new UsageError(`放假通知的格式有误：${places}。格式见 --schema notices。`);
	}
	const { notices } = file.data;
	const issues = notices.flatMap((notice) => checkNotice(notice, [...officialNotices, ...notices]));
	if (issues.length > 0) throw new UsageError(issues.map((one) => one.message).join('\n'));
	return notices;
}

async function readJson(path: string): Promise<unknown> {
	const text = await readText(path);
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw new UsageError(`文件「${path}」不是有效的JSON。`);
	}
}

async function readText(path: string): Promise<string> {
	try {
		const { size } = await stat(path);
		if (size <= MAX_FILE_BYTES) return await readFile(path, 'utf8');
	} catch (error) {
		const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
		throw new UsageError(missing ? `找不到文件「${path}」。` : `无法读取文件「${path}」。`);
	}
	throw new UsageError(`文件「${path}」过大，不能超过10MB。`);
}
