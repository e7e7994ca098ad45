#!/usr/bin/env node
// One command line: `report` lives in the report library, everything else in the server. Runs what `npm start` built while it is
// fresh, and from source otherwise.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freshBundle } from '../scripts/bundle.mjs';

// React checks everything twice otherwise, and a page takes several times as long.
process.env.NODE_ENV ??= 'production';

const SOURCES = {
	cli: '../server/cli/main.ts',
	report: '../annual-report/src/cli/main.ts',
	'report-pdf': '../server/modules/reports/index.ts',
};
let compiler = false;

async function load(name) {
	const bundle = freshBundle(name);
	if (bundle) return await import(pathToFileURL(bundle).href);
	if (!compiler) {
		const { register } = await import('tsx/esm/api');
		// Named, since tsx would take the one of the folder somebody happens to stand in.
		register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
		compiler = true;
	}
	return await import(SOURCES[name]);
}

const [command, ...rest] = process.argv.slice(2);
const io = {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text),
};
if (command === 'report') {
	const { runReportCli } = await load('report');
	process.exitCode = await runReportCli(rest, {
		...io,
		renderPdf: async (input) => {
			const { renderPdf } = await load('report-pdf');
			return await renderPdf(input, process.env.FONT_DIR);
		},
	});
} else {
	const { runCli } = await load('cli');
	process.exitCode = await runCli(
		[command, ...rest].filter((word) => word !== undefined),
		io,
	);
}
