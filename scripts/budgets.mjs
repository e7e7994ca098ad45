// The house's budgets: file, function and component length, test lines to code lines, runtime dependencies, comments that
// switch a rule off. Prints what is over and exits 1; a line in budgets.exceptions.json says why one may be.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { functionsOf } from './functions.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const LIMITS = { file: 300, fileMedian: 80, function: 50, component: 150, testRatioMin: 1, testRatioMax: 2.5 };
const DEPENDENCIES = { server: 38, 'annual-report': 12 };

const exceptions = JSON.parse(readFileSync(join(root, 'scripts', 'budgets.exceptions.json'), 'utf8'));
const tracked = execFileSync(
	'git',
	['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'],
	{ cwd: root, encoding: 'utf8' },
);
const files = tracked.split('\n').filter((file) => file && !/generated|\.d\.ts$/.test(file));
const faults = [];

/** An exception moves one limit and says why; it is no licence to go further. */
function over(name, what, value, limit) {
	const exception = exceptions[`${name} ${what}`];
	const allowed = exception && (what === 'ratio' ? value >= exception.limit : value <= exception.limit);
	if (!allowed) faults.push(`${name}: ${what} ${value} (limit ${exception?.limit ?? limit})`);
}

function nonBlank(text) {
	return text.split('\n').filter((line) => line.trim() !== '').length;
}

const isTest = (file) => /\.(test|setup)\.tsx?$|^test\/|^e2e\//.test(file);
const codeLengths = [];
let testLines = 0;
let codeLines = 0;
for (const file of files) {
	let text;
	try {
		text = readFileSync(join(root, file), 'utf8');
	} catch {
		continue;
	}
	const lines = text.split('\n').length - 1;
	// Prose of the demo and of letters is data, measured by nobody.
	const data = /^db\/demo\/text\//.test(file);
	if (lines > LIMITS.file && !isTest(file) && !data) over(file, 'file', lines, LIMITS.file);
	if (isTest(file)) testLines += nonBlank(text);
	else if (!data) {
		codeLines += nonBlank(text);
		codeLengths.push(lines);
	}
	if (/biome-ignore|@ts-ignore|@ts-expect-error|eslint-disable/.test(text) && !file.startsWith('scripts/'))
		over(file, 'suppression', 1, 0);
	if (isTest(file)) continue;
	for (const { name, length, component } of functionsOf(file, text)) {
		const limit = component ? LIMITS.component : LIMITS.function;
		if (length > limit) over(`${file}#${name}`, component ? 'component' : 'function', length, limit);
	}
}

codeLengths.sort((a, b) => a - b);
const median = codeLengths[Math.floor(codeLengths.length / 2)] ?? 0;
if (median > LIMITS.fileMedian) over('all files', 'median', median, LIMITS.fileMedian);
const ratio = testLines / codeLines;
if (ratio < LIMITS.testRatioMin || ratio > LIMITS.testRatioMax)
	over('tests', 'ratio', Number(ratio.toFixed(2)), `${LIMITS.testRatioMin}–${LIMITS.testRatioMax}`);
for (const [workspace, limit] of Object.entries(DEPENDENCIES)) {
	const { dependencies } = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'));
	const count = Object.keys(dependencies).length;
	if (count > limit) over(workspace, 'dependencies', count, limit);
}

console.log(
	`budgets: ${files.length} files, median ${median} lines, tests : code ${ratio.toFixed(2)} (${testLines} : ${codeLines})`,
);
if (faults.length > 0) {
	console.error(faults.join('\n'));
	process.exit(1);
}
