import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { spawnGongkai, startGongkai } from '../../test/gongkai.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-embedded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the system on a folder and waits until it says where it is. */
async function serve(dataDir: string) {
	const { child, ended } = startGongkai(['serve'], { DATA_DIR: dataDir, PORT: '0', DEMO: 'off' });
	const address = await new Promise<string>((resolve, reject) => {
		let out = '';
		child.stdout?.on('data', (chunk: Buffer) => {
			out += chunk.toString();
			const [, found] = /公开平台 {2}(http:\/\/\S+?)\//.exec(out) ?? [];
			if (found) resolve(found);
		});
		child.once('exit', () => reject(new Error(out)));
	});
	return {
		address,
		stop: async () => {
			child.kill('SIGINT');
			return await ended;
		},
	};
}

test('a real start: begin, serve, back up while it runs, restore elsewhere, go on there', {
	timeout: 180_000,
}, async () => {
	const [here, there] = [join(folder, 'here'), join(folder, 'there')];
	const archive = join(folder, 'county.tar.gz');
	const flags = ['--county', '清源县', '--login', 'shilei', '--name', '石磊', '--password-stdin'];
	const begun = await spawnGongkai(['init', ...flags], { DATA_DIR: here }, 'Liuxi-Zhen-27\n');
	expect(begun).toMatchObject({ status: 0, err: '' });

	const running = await serve(here);
	const again = await spawnGongkai(['serve'], { DATA_DIR: here, PORT: '0' });
	expect(again.status).toBe(1);
	expect(again.err).toMatch(/正被另一个 gongkai 进程（进程号 \d+）使用/);
	const backup = await spawnGongkai(['backup', archive], { DATA_DIR: here });
	expect(backup.out).toContain('系统正在运行，备份此刻的内容。');
	expect(backup.status).toBe(0);
	const refused = await spawnGongkai(['restore', archive, '--replace'], { DATA_DIR: here });
	expect(refused.err).toContain('正被另一个 gongkai 进程');
	const doctor = await spawnGongkai(['doctor'], { DATA_DIR: here });
	expect(doctor.out).toContain('✓ 清源县，机关 1 个');
	expect(await running.stop()).toMatchObject({ status: 0, err: '' });

	const restored = await spawnGongkai(['restore', archive], { DATA_DIR: there });
	expect(restored).toMatchObject({ status: 0, err: '' });
	expect(restored.out).toContain('清源县，备份于');
	const moved = await serve(there);
	const answer = await fetch(`${moved.address}/api/session`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ userName: 'shilei', password: 'Liuxi-Zhen-27' }),
	});
	const session = (await answer.json()) as { person: { name: string }; roles: string[]; site: { systemName: string } };
	expect(session.person.name).toBe('石磊');
	expect(session.roles).toEqual(['administrator']);
	expect(session.site.systemName).toBe('清源县政府信息公开平台');
	expect((await moved.stop()).status).toBe(0);
});
