import type { Report } from '../model/index.ts';
import { renderCsv, renderDocx, renderHtml, renderInputOf, renderXlsx, reportJson } from '../render/index.ts';
import type { ReportArgs } from './args.ts';
import { UsageError } from './args.ts';
import { isRead, load } from './files.ts';
import type { FullIo } from './io.ts';

type Target = (report: Report, io: FullIo) => Promise<Uint8Array | string>;

const targets: Record<string, Target> = {
	html: async (report) => renderHtml(report, { page: true }),
	docx: (report) => renderDocx(report),
	xlsx: (report) => renderXlsx(report),
	csv: async (report) => renderCsv(report),
	json: async (report) => `${JSON.stringify(reportJson(report), null, '\t')}\n`,
	pdf: (report, io) => {
		if (!io.renderPdf) throw new UsageError('这里没有排版组件，不能直接生成 pdf，请先生成 docx 再另存为 pdf。');
		return io.renderPdf(renderInputOf(report));
	},
};

/** `report render`: one file into another format. */
export async function runRender(args: ReportArgs, io: FullIo): Promise<number> {
	const [file, ...others] = args.files;
	if (file === undefined || others.length > 0) throw new UsageError('render 每次处理一个文件。');
	const target = targets[args.to ?? ''];
	if (!target) throw new UsageError(`--to 只能是 ${Object.keys(targets).join('、')}。`);
	const isBinary = args.to === 'docx' || args.to === 'xlsx' || args.to === 'pdf';
	if (isBinary && args.output === undefined) throw new UsageError(`生成 ${args.to} 需要用 -o 写明输出文件。`);
	const loaded = await load(file, io);
	if (!isRead(loaded)) {
		io.err(`${file}：${loaded.failed}\n`);
		return 2;
	}
	const data = await target(loaded.report, io);
	if (args.output === undefined) io.out(typeof data === 'string' ? data : new TextDecoder().decode(data));
	else await write(args.output, data, io);
	return 0;
}

async function write(path: string, data: Uint8Array | string, io: FullIo): Promise<void> {
	try {
		await io.writeFile(path, data);
	} catch (cause) {
		throw new UsageError(`不能写入「${path}」，请检查文件夹是否存在、是否有权限。`, { cause });
	}
}
