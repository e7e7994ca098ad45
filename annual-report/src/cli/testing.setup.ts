import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import type { Report } from '../model/index.ts';
import { renderDocx, renderHtml } from '../render/index.ts';
import { type ReportIo, runReportCli } from './main.ts';

/** A run of the command line against files in memory. */
export interface Run {
	status: number;
	out: string;
	err: string;
	/** Lines of the output as JSON. */
	lines: Record<string, unknown>[];
	written: Map<string, Uint8Array | string>;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Files in memory by path; text is stored as UTF-8. */
export type Files = Record<string, Uint8Array | string>;

/** A line as JSON; none for the lines of a text or of an indented file. */
function parsed(line: string): Record<string, unknown>[] {
	return /^\{.*\}$/.test(line) ? [JSON.parse(line) as Record<string, unknown>] : [];
}

class NoFile extends Error {
	readonly code = 'ENOENT';
}

/** Runs `gongkai report …argv` where only these files exist. A path ending in / is a folder. */
export async function run(files: Files, ...argv: string[]): Promise<Run> {
	return await runWith(files, { threads: 0 }, argv);
}

/** The same, with some of the world as given. */
export async function runWith(files: Files, io: Pick<ReportIo, 'threads'>, argv: readonly string[]): Promise<Run> {
	const written = new Map<string, Uint8Array | string>();
	let out = '';
	let err = '';
	const status = await runReportCli(argv, {
		...io,
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
		readFile: async (path) => {
			const file = files[path];
			if (file === undefined) throw new NoFile(path);
			return typeof file === 'string' ? utf8(file) : file;
		},
		writeFile: async (path, data) => {
			if (path.startsWith('/closed/')) throw new Error('EACCES');
			written.set(path, data);
		},
		expand: async (path) =>
			path.endsWith('/')
				? Object.keys(files)
						.filter((file) => file.startsWith(path))
						.sort()
				: [path],
	});
	const lines = out.split('\n').flatMap(parsed);
	return { status, out, err, lines, written };
}

/** A clean report of the invented township, changed, as an html file. */
export function html(change: (report: Report) => Report | undefined = () => undefined): string {
	const report = cleanReport('2021');
	return renderHtml(change(report) ?? report, { page: true });
}

/** The clean report as a docx file. */
export function docx(): Promise<Uint8Array> {
	return renderDocx(cleanReport('2021'));
}

/** The clean report with one figure wrong. */
export function wrongHtml(): string {
	return html((report) => {
		report.cells['t3.granted.natural'] = { value: 9, state: 'number', raw: '9' };
		return undefined;
	});
}
