import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from './desk.setup.ts';
import { unexplainedPolicies } from './index.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01T01:00:00Z');
});
afterAll(() => desk?.server.close());

/** The part of a policy's page that lists what explains it; empty when nothing does. */
const explainedBy = async (id: number) =>
	((await desk.page(`/d/${id}`)).body.split('<h2>政策解读</h2>')[1] ?? '').split('</section>')[0];

const policy = (title: string) =>
	desk.draft({ title, type: 'policy', documentNumber: `柳政发〔2026〕${title.length}号` });
const explaining = (interprets: number | null, title = '图解：一分钟看懂') =>
	desk.draft({ title, type: 'interpretation', interprets });
const offered = async (query: string, person: 'clerk' | 'clerkB' = 'clerk') =>
	(
		await (
			await desk.as(person)
		).get(
			`/api/documents/explainable?officeId=${person === 'clerk' ? desk.county.townshipA.id : desk.county.townshipB.id}${query}`,
		)
	).json();

test('a policy and its interpretation lead to each other, until one of them is withdrawn', async () => {
	const id = await policy('关于规范农村宅基地审批的实施办法');
	await desk.publish(id);
	expect((await desk.page(`/d/${id}`)).body).not.toContain('政策解读</h2>');
	const other = await explaining(id);
	await desk.publish(other);
	// The cached page of the policy is made anew when its interpretation comes out.
	expect((await desk.page(`/d/${id}`)).body).toContain(`href="/d/${other}"`);
	expect((await desk.page(`/d/${other}`)).body).toContain(`href="/d/${id}"`);
	await desk.move(id, 'leader', 'withdraw', { reason: '内容有误，撤下修改' });
	const left = (await desk.page(`/d/${other}`)).body;
	expect(left).not.toContain(`href="/d/${id}"`);
	expect(left).not.toContain('宅基地');
});

test('an interpretation that is withdrawn, or turned to another policy, leaves no link behind', async () => {
	const [first, second] = [await policy('关于甲的通知'), await policy('关于乙的通知书')];
	for (const id of [first, second]) await desk.publish(id);
	const other = await explaining(first, '甲的解读');
	await desk.publish(other);
	expect(await explainedBy(first)).toContain(`href="/d/${other}"`);
	await desk.move(other, 'clerk', 'amend', { note: '改为解读乙文件' });
	const { content, version } = await desk.read(other);
	const clerk = await desk.as('clerk');
	await clerk.put(`/api/documents/${other}/draft`, { version, content: { ...content, interprets: second } });
	await desk.publish(other);
	expect(await explainedBy(first)).not.toContain(`href="/d/${other}"`);
	expect(await explainedBy(second)).toContain(`href="/d/${other}"`);
	await desk.move(other, 'leader', 'withdraw', { reason: '内容有误，撤下修改' });
	expect(await explainedBy(second)).not.toContain(`href="/d/${other}"`);
});

test('offered are public policies of all offices and the own in work, by title or number; others’ drafts are not', async () => {
	const draft = await policy('尚未公开的实施细则');
	const titles = async (...given: Parameters<typeof offered>) =>
		(await offered(...given)).map(({ title, live }: { title: string; live: boolean }) => [title, live]);
	expect(await titles(`&q=${encodeURIComponent('实施细则')}`)).toEqual([['尚未公开的实施细则', false]]);
	expect(await titles(`&q=${encodeURIComponent('实施细则')}`, 'clerkB')).toEqual([]);
	expect((await offered(`&q=${encodeURIComponent('乙的通知')}`, 'clerkB')).length).toBe(1);
	expect(await titles(`&q=${encodeURIComponent('%')}`)).toEqual([]);
	const mine = await (await desk.as('clerk')).get(`/api/documents/explainable?officeId=${desk.county.townshipB.id}`);
	expect(mine.statusCode).toBe(403);
	// And one that is not offered cannot be sent either.
	const foreign = await (await desk.as('clerkB')).post('/api/documents', { columnId: 0, type: 'notice' });
	expect(foreign.statusCode).toBe(422);
	const own = await explaining(draft, '细则解读');
	expect((await desk.read(own)).content.interprets).toBe(draft);
	const { content, version } = await desk.read(own);
	const clerk = await desk.as('clerk');
	for (const wrong of [own, 999_999]) {
		const answer = await clerk.put(`/api/documents/${own}/draft`, {
			version,
			content: { ...content, interprets: wrong },
		});
		expect(answer.json().issues.map(({ field }: { field: string }) => field)).toEqual(['interprets']);
	}
});

test('an interpretation of nothing is told before it goes out', async () => {
	const id = await explaining(null, '无源的解读');
	expect((await desk.read(id)).hints.map(({ message }) => message).join()).toContain('没有关联被解读的文件');
});

test('a policy nothing explains three working days after is late; one explained is not', async () => {
	const bare = await policy('没有解读的办法');
	const done = await policy('有解读的办法二');
	for (const id of [bare, done]) await desk.publish(id);
	await desk.publish(await explaining(done, '办法二解读'));
	const late = async (day: string) => {
		desk.server.clock.set(`${day}T01:00:00Z`);
		const read = reader(desk.server.as({ kind: 'system', name: 'test' }));
		return (await unexplainedPolicies(read, '2026-05-01')).filter(({ id }) => id === bare || id === done);
	};
	expect(await late('2026-06-04')).toEqual([]);
	expect(await late('2026-06-05')).toMatchObject([{ id: bare, publishedOn: '2026-06-01', due: '2026-06-04' }]);
});
