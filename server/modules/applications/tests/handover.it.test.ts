import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, handled, openDesk, refused, step, view } from '../../../../test/applications.ts';
import { transact } from '../../../platform/transaction.ts';
import { assignRole } from '../../offices/index.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk('2026-06-01');
	// The reviewer works on cases too: the office has two who can be handed one.
	await transact(desk.server.as({ kind: 'system', name: '测试' }, 'test'), (tx) =>
		assignRole(tx, {
			personId: desk.county.people.reviewer,
			officeId: desk.county.townshipA.id,
			role: 'clerk',
			from: '2020-01-01',
		}),
	);
});
afterAll(() => desk?.close());

const other = () => desk.county.people.reviewer;
const openLine = async (id: number) =>
	(await (await desk.as('clerk')).get('/api/applications/open'))
		.json()
		.rows.find((row: { id: number }) => row.id === id);

test('a case handed over waits for the signature of who was given it, and the file keeps both', async () => {
	const id = await handled(desk);
	await step(desk, 'clerk', id, 'assign', { handlerId: other() });
	expect(await openLine(id)).toMatchObject({ handlerName: '周航', unsigned: true });
	expect(await refused(desk, 'clerk', id, 'signFor')).toEqual(['handover.other']);
	await step(desk, 'reviewer', id, 'signFor');
	expect(await openLine(id)).toMatchObject({ handlerName: '周航', unsigned: false });
	expect(await refused(desk, 'reviewer', id, 'signFor')).toEqual(['handover.none']);
	const lines = (await view(desk, id)).history.slice(-2);
	expect(lines.map(({ actorName, entry }: { actorName: string; entry: string }) => [actorName, entry])).toEqual([
		['林晓', '指定经办人：周航'],
		['周航', '签收交接'],
	]);
});

test('declined with a reason it goes back to the hand it came from', async () => {
	const id = await handled(desk);
	await step(desk, 'clerk', id, 'assign', { handlerId: other() });
	expect(await refused(desk, 'reviewer', id, 'declineHandover', { reason: ' ' })).toEqual(['handover.reason']);
	await step(desk, 'reviewer', id, 'declineHandover', { reason: '不由我股室办理' });
	expect(await openLine(id)).toMatchObject({ handlerName: '林晓', unsigned: false });
	expect((await view(desk, id)).history.at(-1)?.entry).toBe('退回交接，仍由林晓办理（不由我股室办理）');
});

test('taken for oneself it needs no signature; signed for by two clicks at once it is signed once', async () => {
	const own = await handled(desk);
	await step(desk, 'clerk', own, 'assign', { handlerId: desk.county.people.clerk });
	expect((await openLine(own)).unsigned).toBe(false);
	const id = await handled(desk);
	await step(desk, 'clerk', id, 'assign', { handlerId: other() });
	const browser = await desk.as('reviewer');
	const answers = await Promise.all([1, 2].map(() => browser.post(`/api/applications/${id}/signFor`, {})));
	expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
});
