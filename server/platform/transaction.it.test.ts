import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { transact } from './transaction.ts';

let server: TestApp;
beforeAll(async () => {
	server = await createTestApp();
});
afterAll(() => server.close());

async function count(table: string): Promise<number> {
	const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
		server.services.database.sql,
	);
	return rows[0]?.n ?? -1;
}

test('a command that throws leaves no event, no timeline and no audit entry', async () => {
	const before = [await count('event'), await count('timeline'), await count('audit_entry')];
	const failing = transact(server.as({ kind: 'system', name: 'test' }), async (tx) => {
		await tx.emit('office.changed', { officeId: 1 });
		await tx.timeline({ type: 'office', id: 1 }, 'changed');
		throw new Error('stop');
	});
	await expect(failing).rejects.toThrow('stop');
	expect([await count('event'), await count('timeline'), await count('audit_entry')]).toEqual(before);
});

test('a command that returns leaves all three, with the instant of its clock', async () => {
	await transact(server.as({ kind: 'system', name: '导入' }, 'office.imported'), async (tx) => {
		tx.about({ type: 'office', id: 7, summary: '导入机关' });
		await tx.emit('office.changed', { officeId: 7 });
		await tx.timeline({ type: 'office', id: 7 }, 'imported', { rows: 3 });
	});
	const { rows } = await sql<{ event: string; at: Date; actorName: string }>`
		select event, at, actor_name as "actorName" from audit_entry where subject_id = 7`.execute(
		server.services.database.sql,
	);
	expect(rows).toEqual([{ event: 'office.imported', at: new Date('2026-06-01T01:00:00Z'), actorName: '导入' }]);
});

test.each(['audit_entry', 'timeline', 'event'])('%s refuses update, delete and truncate', async (table) => {
	const db = server.services.database.sql;
	await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('append-only');
	await expect(sql`truncate ${sql.table(table)}`.execute(db)).rejects.toThrow('append-only');
});
