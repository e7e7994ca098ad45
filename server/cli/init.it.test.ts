import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { queryOn } from '../../test/everything.ts';
import { runGongkai, spawnGongkai } from '../../test/gongkai.ts';
import { readConfig } from '../config.ts';
import { createOffice } from '../modules/offices/index.ts';
import { transact } from '../platform/transaction.ts';
import type { Services } from '../services.ts';
import { loadDemoIfEmpty } from './first-start.ts';

// Whole databases are filled, written and compared; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

const FLAGS = ['init', '--county', '清源县', '--login', 'Shilei', '--name', '石磊', '--password-stdin'];
const env = () => ({ DATABASE_URL: database.url });

describe('gongkai init', () => {
	test.each<[string, string[], string, string]>([
		['a weak password', FLAGS, 'short\n', '密码至少10位'],
		['a password with the login name', FLAGS, 'My-Shilei-2026\n', '密码中不能包含登录名'],
		[
			'a county that is no name',
			['init', '--county', 'Qing', ...FLAGS.slice(3)],
			'Liuxi-Zhen-27\n',
			'县名应为2至20个汉字',
		],
		[
			'a login name that is none',
			FLAGS.map((one) => (one === 'Shilei' ? '石磊' : one)),
			'Liuxi-Zhen-27\n',
			'登录名为3至32位',
		],
		['flags left out', ['init', '--county', '清源县', '--password-stdin'], 'x\n', '请同时给出'],
		['nobody to ask', ['init'], '', '没有终端可以询问'],
	])('refuses %s and makes nothing', async (_name, args, stdin, sentence) => {
		const answer = await spawnGongkai(args, env(), stdin);
		expect(answer.status).toBeGreaterThan(0);
		expect(answer.err).toContain(sentence);
		expect(await queryOn(database.url, 'select 1 from office union all select 1 from person')).toEqual([]);
	});

	test('begins a county with one administrator and no demo', async () => {
		const answer = await spawnGongkai(FLAGS, env(), 'Liuxi-Zhen-27\r\n');
		expect(answer).toMatchObject({ status: 0, err: '' });
		expect(answer.out).toContain('已建立清源县的系统');
		expect(answer.out).not.toContain('Liuxi-Zhen-27');
		const rows = await queryOn(
			database.url,
			`select office.name, person.login_name as login, assignment.role, person.must_change_password as must, person.demo
			from assignment join office on office.id = office_id join person on person.id = person_id`,
		);
		const first = { name: '清源县人民政府办公室', login: 'shilei', role: 'administrator', must: false, demo: false };
		expect(rows).toEqual([first]);
		const settings = await queryOn<{ key: string; value: unknown }>(
			database.url,
			'select key, value from setting order by key',
		);
		expect(settings).toEqual([
			{ key: 'demo.state', value: 'off' },
			{ key: 'site', value: { name: '清源县政府信息公开平台', county: '清源县' } },
		]);
		const trail = await queryOn(database.url, 'select event, actor_name as who, summary from audit_entry');
		expect(trail).toEqual([{ event: 'county.initialized', who: 'gongkai init', summary: '建立清源县' }]);
	});

	test('a second time is refused', async () => {
		const answer = await spawnGongkai(FLAGS, env(), 'Liuxi-Zhen-27\n');
		expect(answer).toMatchObject({ status: 1, err: '本系统已有县级主管部门，不能再次初始化。\n' });
	});

	test('and the demo never comes into it', async () => {
		const config = readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
		await loadDemoIfEmpty(
			config,
			database.url,
			() => {},
			() => Promise.reject(new Error('loaded')),
		);
		expect(await queryOn(database.url, 'select count(*) as n from office')).toEqual([{ n: 1 }]);
	});
});

describe('the demo on the first start', () => {
	const demo = (name: string) => (services: Services) => {
		const actor = { kind: 'system' as const, name: 'demo' };
		const { clock, listeners } = services;
		const context = { sql: services.database.sql, clock, listeners, actor, auditEvent: 'demo.loaded' };
		return transact(context, async (tx) => {
			await createOffice(tx, { slug: name, name, shortName: name, kind: 'county', parentId: null });
		});
	};
	const names = (url: string) => queryOn<{ name: string }>(url, 'select name from office');
	const load = async (url: string, loader: (services: Services) => Promise<void>, more: Record<string, string> = {}) =>
		await loadDemoIfEmpty(readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent', ...more }), url, () => {}, loader);

	test('is loaded once, also when two nodes start together; DEMO=off keeps it out', async () => {
		const empty = await createTestDatabase();
		await load(empty.url, demo('off'), { DEMO: 'off' });
		expect(await names(empty.url)).toEqual([]);
		await Promise.all([load(empty.url, demo('one')), load(empty.url, demo('two'))]);
		expect(await names(empty.url)).toHaveLength(1);
		await load(empty.url, demo('three'));
		expect(await names(empty.url)).toHaveLength(1);
		await empty.drop();
	});

	test('is loaded anew after a load that was killed half way', async () => {
		const half = await createTestDatabase();
		const killed = async (services: Services) => {
			await demo('half')(services);
			throw new Error('killed');
		};
		await expect(load(half.url, killed)).rejects.toThrow('killed');
		expect(await names(half.url)).toEqual([{ name: 'half' }]);
		await load(half.url, demo('whole'));
		expect(await names(half.url)).toEqual([{ name: 'whole' }]);
		await half.drop();
	});
});

describe('gongkai migrate', () => {
	test('builds an empty database, and has nothing to do the second time', async () => {
		const empty = await createTestDatabase();
		await empty.pool.query('drop schema public cascade; create schema public');
		const first = await runGongkai(['migrate'], { DATABASE_URL: empty.url });
		expect(first.out).toContain('已执行：0001_platform.sql、0002_offices.sql');
		const second = await runGongkai(['migrate'], { DATABASE_URL: empty.url });
		expect(second.out).toBe('数据库结构已是最新。\n');
		await empty.drop();
	});
});
