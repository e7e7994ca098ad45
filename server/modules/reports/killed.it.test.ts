import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Desks, must, openYear, reportZeros, sitDown, startReport, writeSections } from '../../../test/filing.ts';
import { type County, makeCounty } from '../../../test/fixtures.ts';

/** A node that dies while a report is signed leaves it signed with its snapshot, or not signed at all. */
const ROUNDS = 5;
const NOW = '2026-01-12T02:00:00Z';
let server: TestApp;
let county: County;
let desks: Desks;
let reportId: number;

beforeAll(async () => {
	server = await createTestApp(NOW);
	county = await makeCounty(server);
	desks = await sitDown(server);
	await openYear(desks.countyOfficer, 2025);
	await reportZeros(desks.clerk, 2025);
	reportId = await startReport(desks.clerk, 2025);
	await writeSections(desks.clerk, reportId);
});
afterAll(() => server?.close());

async function signer(): Promise<ChildProcess> {
	const child = fork(new URL('./killed.setup.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
	await once(child, 'message');
	const leader = { id: county.people.leader, name: '方远', officeId: county.townshipA.id };
	const { url } = server.services.database;
	child.send({ url, dataDir: server.services.config.dataDir, now: NOW, reportId, leader });
	await once(child, 'message');
	return child;
}

async function standing() {
	const { pool } = server.services.database;
	const { rows: snapshots } = await pool.query(
		'select model, sha256 from report_snapshot where report_id = $1 order by id',
		[reportId],
	);
	const { rows: lines } = await pool.query(
		`select 1 from timeline where subject_type = 'report' and subject_id = $1 and entry = '签发'`,
		[reportId],
	);
	const { report } = (await desks.clerk.get(`/api/reports/${reportId}`)).json();
	return { state: report.state as string, snapshots, lines: lines.length };
}

describe('killed with -9 while signing', () => {
	it('is signed whole or not at all, every time', async () => {
		const seen = new Set<string>();
		// Loading a node takes far longer than signing: all of them at once, before the first is told to.
		const children = await Promise.all(Array.from({ length: ROUNDS }, signer));
		for (const [round, child] of children.entries()) {
			await must(desks.reviewer.post(`/api/reports/${reportId}/review`, {}));
			const before = await standing();
			const gone = once(child, 'exit');
			const signed = once(child, 'message').then(() => true);
			child.send('go');
			// From at once to after the commit: the work takes some tens of milliseconds.
			const pause = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), round * 50));
			const acknowledged = round === ROUNDS - 1 ? await signed : await Promise.race([signed, pause]);
			child.kill('SIGKILL');
			await gone;
			const after = await standing();
			seen.add(after.state);
			const isSigned = after.state === 'signedOff';
			expect(isSigned || after.state === 'reviewed').toBe(true);
			if (acknowledged) expect(isSigned).toBe(true);
			expect(after.snapshots.length - before.snapshots.length).toBe(isSigned ? 1 : 0);
			expect(after.lines - before.lines).toBe(isSigned ? 1 : 0);
			const last = after.snapshots.at(-1);
			if (last) expect(createHash('sha256').update(last.model, 'utf8').digest('hex')).toBe(last.sha256);
			if (isSigned) await must(desks.leader.post(`/api/reports/${reportId}/recall`, { reason: '重新签发' }));
			else await must(desks.clerk.post(`/api/reports/${reportId}/revise`, {}));
		}
		expect(seen).toEqual(new Set(['reviewed', 'signedOff']));
	});
});
