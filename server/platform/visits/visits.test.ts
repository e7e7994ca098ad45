import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isPrivate, readRobots, textOf, USER_AGENT, VisitFault, visit } from './index.ts';

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

/** A site on this machine; answers its address. */
async function site(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	servers.push(server);
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const LIMITS = { milliseconds: 2_000, bytes: 1024 * 1024, redirects: 5, allowPrivate: true };
const everywhere = () => true;

describe('what may be asked', () => {
	it.each([
		...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
		...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fc00::1', 'fe80::1', '::ffff:10.0.0.1'],
		...['::ffff:7f00:1', '64:ff9b::a00:1', '2002:a00:1::'],
	])('%s is private', (address) => {
		expect(isPrivate(address)).toBe(true);
	});

	it.each(['1.1.1.1', '172.32.0.1', '192.169.0.1', '11.0.0.1', '2400:3200::1'])('%s is not', (address) => {
		expect(isPrivate(address)).toBe(false);
	});

	it.each([
		'http://127.0.0.1:1/',
		'http://localhost:1/',
		// Other ways of writing the same address.
		'http://2130706433/',
		'http://0x7f.1/',
		'http://[::ffff:127.0.0.1]/',
	])('%s is refused before anything is sent', async (address) => {
		await expect(visit(address, everywhere, { ...LIMITS, allowPrivate: false })).rejects.toThrow('指向内部网络地址');
	});

	it('only what is listed is asked, and every redirect is looked at again', async () => {
		const inner = await site((_request, response) => response.end('秘密'));
		const outer = await site((_request, response) => response.writeHead(302, { location: `${inner}/x` }).end());
		const { host } = new URL(outer);
		const listed = (url: URL) => url.host === host;
		await expect(visit(`${inner}/`, listed, LIMITS)).rejects.toThrow('指向名单以外的地址');
		await expect(visit(outer, listed, LIMITS)).rejects.toThrow('指向名单以外的地址');
		const file = await site((_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());
		await expect(visit(file, everywhere, LIMITS)).rejects.toThrow('指向名单以外的地址');
	});
});

describe('a site that does not behave', () => {
	it('that hangs is left after the time given, before its head or in its body', async () => {
		const silent = await site(() => {});
		const slow = await site((_request, response) => {
			response.writeHead(200, { 'content-type': 'text/html' });
			response.write('<p>');
		});
		const began = performance.now();
		for (const address of [silent, slow]) {
			await expect(visit(address, everywhere, { ...LIMITS, milliseconds: 200 })).rejects.toThrow(VisitFault);
		}
		expect(performance.now() - began).toBeLessThan(2_000);
	});

	it('that sends itself round in circles is left', async () => {
		const round = await site((_request, response) => response.writeHead(302, { location: '/' }).end());
		await expect(visit(round, everywhere, LIMITS)).rejects.toThrow('重定向次数过多');
	});

	it('whose page has no end is left after the bytes given', async () => {
		let sent = 0;
		const endless = await site((_request, response) => {
			response.writeHead(200, { 'content-type': 'text/html' });
			const block = Buffer.alloc(64 * 1024, 'a');
			const more = () => {
				while (!response.destroyed && sent < 1024 ** 3 && response.write(block)) sent += block.length;
			};
			response.on('drain', more);
			more();
		});
		await expect(visit(endless, everywhere, LIMITS)).rejects.toThrow('网页超过1MB');
		expect(sent).toBeLessThan(64 * 1024 ** 2);
	});

	it('that is not there, or breaks off, is told', async () => {
		await expect(visit('http://127.0.0.1:1/', everywhere, LIMITS)).rejects.toThrow('拒绝连接');
		const broken = await site((request) => request.socket.destroy());
		await expect(visit(broken, everywhere, LIMITS)).rejects.toThrow(VisitFault);
	});

	it('a file is not read, only seen to be there', async () => {
		const files = await site((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/pdf' });
			response.end(Buffer.alloc(5 * 1024 * 1024));
		});
		expect(await visit(files, everywhere, LIMITS)).toMatchObject({ status: 200, body: Buffer.alloc(0) });
	});
});

describe('manners', () => {
	it('says who asks, wants nothing packed, and asks again only for what is new', async () => {
		const seen: Record<string, unknown>[] = [];
		const polite = await site((request, response) => {
			seen.push(request.headers);
			if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
			else response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end('一');
		});
		const first = await visit(polite, everywhere, LIMITS);
		expect(first.body.toString()).toBe('一');
		expect((await visit(polite, everywhere, LIMITS, first)).status).toBe(304);
		expect(seen[0]).toMatchObject({ 'user-agent': USER_AGENT, 'accept-encoding': 'identity' });
	});

	it('reads robots.txt: our own group before that for all, the longest pattern decides', () => {
		const robots = readRobots(
			'User-agent: *\nDisallow: /admin\nAllow: /admin/public\nDisallow: /*.zip$\nCrawl-delay: 3\n\nUser-agent: other\nDisallow: /',
			USER_AGENT,
		);
		expect(robots.delay).toBe(3);
		const allowed = (path: string) => robots.allows(path);
		expect(['/', '/a.html', '/admin/public/1', '/a.zip?x'].map(allowed)).toEqual([true, true, true, true]);
		expect(['/admin', '/admin/x', '/files/a.zip'].map(allowed)).toEqual([false, false, false]);
		expect(readRobots('User-agent: gongkai-monitor\nDisallow: /\n', USER_AGENT).allows('/a')).toBe(false);
		expect(readRobots('<html>not found</html>', USER_AGENT).allows('/a')).toBe(true);
		expect(readRobots('User-agent: *\nDisallow:\n', USER_AGENT).allows('/a')).toBe(true);
	});

	it('does not go back and forth over a pattern somebody wrote to hold it up', () => {
		const robots = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(200)}$`, USER_AGENT);
		const began = performance.now();
		expect(robots.allows(`/${'a'.repeat(5_000)}b`)).toBe(true);
		expect(performance.now() - began).toBeLessThan(200);
	});
});

describe('letters', () => {
	// 公开 in the encoding of old sites.
	const GBK = Buffer.from([0xb9, 0xab, 0xbf, 0xaa]);

	it('are those the header names, else the page itself, else UTF-8', () => {
		expect(textOf(GBK, 'text/html; charset=GB2312')).toBe('公开');
		expect(textOf(GBK, 'text/html; charset=cp936')).toBe('公开');
		const page = Buffer.concat([Buffer.from('<meta http-equiv=Content-Type content="text/html; charset=gbk">'), GBK]);
		expect(textOf(page, 'text/html')).toContain('公开');
		expect(textOf(Buffer.from('公开'), 'text/html')).toBe('公开');
		expect(textOf(Buffer.from('公开'), 'text/html; charset=nonsense')).toBe('公开');
	});
});
