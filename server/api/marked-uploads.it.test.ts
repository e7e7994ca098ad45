import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, handled, openDesk } from '../../test/applications.ts';
import { PERSON_KEYS } from '../../test/fixtures.ts';
import { MODULES } from '../compose.ts';

/** What bears the mark of a state secret enters at no door of the house (保守国家秘密法, law.md §5.9). */
let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
}, 90_000);
afterAll(() => desk?.close());

const MARKED = { name: '方案.txt', content: '机密★10年\n演练方案。\n' };
const doors = MODULES.flatMap(({ routes = [] }) => routes).filter(
	({ upload, access }) => upload !== undefined && access !== 'public',
);
const addressOf = (path: string) => path.replace(':action', 'finishDraft').replace(/:[a-zA-Z]+/g, '1');
const isKept = async (content: string) => {
	const hash = createHash('sha256').update(content).digest('hex');
	return await desk.server.services.files.has(hash);
};

/** The answer to the first of the house who may use this door at all. */
async function send(path: string, file: { name: string; content: string }) {
	for (const person of PERSON_KEYS) {
		const answer = await (await desk.as(person)).upload(addressOf(path), [file]);
		if (answer.statusCode !== 403) return answer;
	}
	throw new Error(`nobody may upload to ${path}`);
}

describe('every upload of the house', () => {
	it.each(doors.filter(({ upload }) => !upload?.ownScreening).map(({ path }) => path))(
		'%s turns it away in the same words and keeps nothing',
		async (path) => {
			for (const file of [MARKED, { name: '密级：秘密 方案.txt', content: '只有名称标明。' }]) {
				const answer = await send(path, file);
				expect(answer.statusCode, answer.body).toBe(415);
				expect(answer.json().issues[0].message).toContain(`「${file.name}」标有国家秘密标志，没有保存`);
				expect(await isKept(file.content)).toBe(false);
			}
		},
	);

	it('looks itself only where a command of its own does', () => {
		const own = doors.filter(({ upload }) => upload?.ownScreening).map(({ path }) => path);
		expect(own.sort()).toEqual(['/api/documents/:id/attachments', '/api/imports']);
	});

	it('takes in a paper that speaks of a mark', async () => {
		const rules = { name: '保密规则.txt', content: '涉密文件首页标注「机密★10年」，标有秘密★5年的文件由专人保管。\n' };
		const answer = await send('/api/applications/:id/files', rules);
		expect(answer.body).not.toContain('国家秘密标志');
		expect(await isKept(rules.content)).toBe(true);
	});

	it('does not lose what is there already under an innocent name', async () => {
		const plain = { name: '安排.txt', content: '值班安排。' };
		const clerk = await desk.as('clerk');
		const url = `/api/applications/${await handled(desk)}/files`;
		expect((await clerk.upload(url, [plain], { purpose: 'material' })).statusCode).toBe(200);
		expect((await send('/api/applications/:id/files', { ...plain, name: '机密★安排.txt' })).statusCode).toBe(415);
		expect(await isKept(plain.content)).toBe(true);
	});
});
