import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';
import { visitHomes, visitorOf, walkSite } from './commands/visit-sites.ts';

const SITE_TAGS =
	'<meta name="SiteName" content="旧网站"><meta name=SiteDomain content=x><meta content="1" name="SiteIDCode">';
const page = (body: string, head = SITE_TAGS) => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

/** The old site of the township: what each address answers, and how often it was asked. */
const pages: Record<string, string> = {
	'/robots.txt': 'User-agent: *\nDisallow: /private\n',
	'/': page('<a href="/list.html">通知</a><a href="/private/a.html">内部</a><a href="http://ad.example/">广告</a>'),
	'/list.html': page(
		'<a href="/a.html">名单</a><a href="/gone.html">已删</a><a href="http://www.gov.cn/">中国政府网</a>',
		'',
	),
	'/a.html': page('<table><tr><td>张明</td><td>11010119900307447</td><td>X</td></tr></table>电话13800138000'),
};
const asked: string[] = [];
let old: Server;
let start: string;
let desk: Desk;

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
	old = createServer((request, response) => {
		const path = request.url ?? '/';
		asked.push(path);
		const body = pages[path];
		if (body === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('没有');
		else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
	});
	await new Promise<void>((resolve) => {
		old.listen(0, '127.0.0.1', resolve);
	});
	start = `http://127.0.0.1:${(old.address() as AddressInfo).port}/`;
	const officer = await desk.as('countyOfficer');
	const sites = [{ name: '柳溪镇旧网站', office: 'liuxi', start }];
	const answer = await officer.put('/api/settings/monitoring', { value: { sites }, since: null });
	if (answer.statusCode !== 200) throw new Error(answer.body);
});
afterAll(async () => {
	old?.close();
	await desk?.server.close();
});

const visitor = async (allowPrivate = true) => {
	const context = desk.server.as({ kind: 'system', name: '测试' }, 'test');
	return { ...(await visitorOf(reader(context), allowPrivate)), delay: 0 };
};
const walk = async () => await walkSite(await visitor(), start, desk.server.clock.now());
const found = async (rule: string) => {
	// A week later nobody is still signed in.
	const officer = await signIn(desk.server, 'countyOfficer');
	await officer.post('/api/monitoring/rounds', {});
	return (await officer.get(`/api/monitoring/findings?rule=${rule}`)).json().rows;
};

it('a site the office still runs is read politely, and what is wrong there is found for the office', async () => {
	expect(await walk()).toBe(true);
	expect(asked).not.toContain('/private/a.html');
	expect(asked.filter((path) => path === '/a.html')).toHaveLength(1);
	const [dead] = await found('M-OUT-DEAD');
	expect(dead).toMatchObject({
		officeId: desk.county.townshipA.id,
		subject: `url:${start}list.html`,
		evidence: { facts: { 链接: `${start}gone.html` } },
	});
	expect((await found('M-OUT-LINK')).map(({ subject }: { subject: string }) => subject)).toEqual([`url:${start}`]);
	expect((await found('M-OUT-TAGS')).map(({ subject }: { subject: string }) => subject)).toEqual([
		`url:${start}list.html`,
	]);
	const [leak] = await found('M-OUT-LEAK');
	expect(leak).toMatchObject({ subject: `url:${start}a.html`, severity: 'veto' });
	expect(JSON.stringify(leak)).not.toContain('13800138000');
});

it('what was mended there is cleared by the next walk, and a page nobody links to is forgotten', async () => {
	pages['/list.html'] = page('<a href="/b.html">新通知</a>');
	pages['/b.html'] = page('防汛通知');
	desk.server.clock.set('2026-06-02T01:00:00Z');
	await walk();
	for (const rule of ['M-OUT-DEAD', 'M-OUT-LEAK', 'M-OUT-TAGS']) expect(await found(rule), rule).toEqual([]);
});

it('a home page that shows nothing new for two weeks is a veto, a ticking clock on it is nothing new', async () => {
	pages['/'] = `${pages['/']}<p>今天是6月20日</p>`;
	desk.server.clock.set('2026-06-20T01:00:00Z');
	await walk();
	expect((await found('M-OUT-HOME'))[0]).toMatchObject({ message: '「柳溪镇旧网站」首页已19天没有变化' });
	pages['/'] = page('<a href="/list.html">通知</a><a href="/c.html">今天的通知</a>');
	desk.server.clock.set('2026-06-20T02:00:00Z');
	await walk();
	expect(await found('M-OUT-HOME')).toEqual([]);
});

it('visits are counted over a week; a site down too often is a veto', async () => {
	for (let n = 0; n < 19; n++) await visitHomes(await visitor());
	expect(await found('M-OUT-DOWN')).toEqual([]);
	// In the county's own network, which is not to be reached: as if it were down.
	await visitHomes(await visitor(false));
	expect((await found('M-OUT-DOWN'))[0]).toMatchObject({ evidence: { facts: { 访问: '20', 打不开: '1' } } });
	desk.server.clock.set('2026-06-28T01:00:00Z');
	expect(await found('M-OUT-DOWN')).toEqual([]);
});

it('a site taken off the list is found no more', async () => {
	const officer = await signIn(desk.server, 'countyOfficer');
	const since = (await officer.get('/api/settings')).json().monitoring.since;
	await officer.put('/api/settings/monitoring', { value: { sites: [] }, since });
	expect(await found('M-OUT-LINK')).toEqual([]);
});
