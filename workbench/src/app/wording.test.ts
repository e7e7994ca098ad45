import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..');

function filesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesIn(path) : [path];
	});
}

const screens = filesIn(SOURCE).filter(
	(path) => path.endsWith('.tsx') && !path.includes('.test.') && !path.includes('/testing/'),
);

/** Properties whose text people read or hear. */
const SPOKEN =
	/\b(?:title|label|hint|placeholder|subTitle|subtitle|extra|okText|cancelText|okLabel|reasonLabel|aria-label|enterButton)=(?:"([^"]*)"|\{'([^']*)'\})/g;
/** Text between tags on one line. */
const BETWEEN = />([^<>{}=;()]*[A-Za-z]{2,}[^<>{}=;()]*)<\//g;

/** The scheme of an address is no English word: it is typed as it stands. */
const isEnglish = (text: string) =>
	/[A-Za-z]{2,}/.test(text.replace(/https?:\/\//g, '')) && !/\p{Script=Han}/u.test(text);

function foreignWords(source: string): string[] {
	const spoken = [...source.matchAll(SPOKEN)].map(([, plain, braced]) => plain ?? braced ?? '');
	const between = [...source.matchAll(BETWEEN)].map(([, text]) => text ?? '');
	return [...spoken, ...between].filter(isEnglish);
}

describe('the words on the screens', () => {
	it('are found when they are English', () => {
		expect(foreignWords('<Button title="Save">Cancel</Button>')).toEqual(['Save', 'Cancel']);
		expect(foreignWords(`<p label={'Name'}>姓名 ID</p>`)).toEqual(['Name']);
		expect(foreignWords('<Link to="/offices">{office.name}</Link>')).toEqual([]);
		expect(foreignWords('<Input placeholder="https://" />')).toEqual([]);
		expect(foreignWords('<Input placeholder="https:// address" />')).toEqual(['https:// address']);
	});

	it.each(screens.map((path) => [path.slice(SOURCE.length + 1), path]))('%s speaks Chinese', (_name, path) => {
		expect(foreignWords(readFileSync(path, 'utf8'))).toEqual([]);
	});
});
