#!/usr/bin/env node
// One command line: `report` lives in the report library, everything else in the server. Runs from source, built or not.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// React checks everything twice otherwise, and a page takes several times as long.
process.env.NODE_ENV ??= 'production';

// Named, since tsx would take the one of the folder somebody happens to stand in.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
const [command, ...rest] = process.argv.slice(2);
const io = {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text),
};
if (command === 'report') {
	const { runReportCli } = await import('../annual-report/src/cli/main.ts');
	process.exitCode = await runReportCli(rest, {
		...io,
		renderPdf: async (input) => {
			const { renderPdf } = await import('../server/modules/reports/index.ts');
			return await renderPdf(input, process.env.FONT_DIR);
		},
	});
} else {
	const { runCli } = await import('../server/cli/main.ts');
	process.exitCode = await runCli(
		[command, ...rest].filter((word) => word !== undefined),
		io,
	);
}
