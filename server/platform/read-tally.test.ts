import { describe, expect, it } from 'vitest';
import { createReadTally, type Reads } from './read-tally.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const A_MINUTE = 60_000;

function tallyAt(start = 0) {
	let now = start;
	const tally = createReadTally(() => now);
	const from = (address: string, userAgent = BROWSER) => ({ address, userAgent });
	return {
		tally,
		read: (id: number, address: string, month = '2026-06') => tally.note(id, month, from(address)),
		later: (milliseconds: number) => {
			now += milliseconds;
		},
		from,
	};
}

async function written(tally: ReturnType<typeof createReadTally>): Promise<Reads[]> {
	const batches: Reads[] = [];
	await tally.flush(async (batch) => {
		batches.push(...batch);
	});
	return batches;
}

describe('a reading', () => {
	it('counts once for a reader, however often the page is opened again, and for each document', () => {
		const { tally, read } = tallyAt();
		expect([read(1, '10.0.0.1'), read(1, '10.0.0.1'), read(2, '10.0.0.1'), read(1, '10.0.0.2')]).toEqual([
			true,
			false,
			true,
			true,
		]);
		expect([tally.pending(1), tally.pending(2), tally.pending(3)]).toEqual([2, 1, 0]);
	});

	it('counts again after a while, and not before it', () => {
		const { read, later } = tallyAt(5_000);
		read(1, '10.0.0.1');
		later(29 * A_MINUTE);
		expect(read(1, '10.0.0.1')).toBe(false);
		// The half hour after is remembered too: nobody is new because a list was begun anew.
		read(2, '10.0.0.1');
		later(2 * A_MINUTE);
		expect(read(2, '10.0.0.1')).toBe(false);
		later(61 * A_MINUTE);
		expect(read(1, '10.0.0.1')).toBe(true);
	});

	it('two browsers behind one address are two readers', () => {
		const { tally, from } = tallyAt();
		expect(tally.note(1, '2026-06', from('10.0.0.1'))).toBe(true);
		expect(tally.note(1, '2026-06', from('10.0.0.1', `${BROWSER} Mobile`))).toBe(true);
	});

	it.each([
		'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
		'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
		'Mozilla/5.0 AppleWebKit/537.36 (compatible; bingbot/2.0) Chrome/140',
		'Sogou web spider/4.0',
		'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0.0.0 Safari/537.36',
		'curl/8.5.0',
		'Wget/1.21',
		'python-requests/2.32',
		'Go-http-client/2.0',
		'gongkai-monitor/1.0 (+government site check)',
		'',
		'   ',
	])('of a machine counts nothing: %j', (userAgent) => {
		const { tally, from } = tallyAt();
		expect(tally.note(1, '2026-06', from('10.0.0.1', userAgent))).toBe(false);
		expect(tally.pending(1)).toBe(0);
	});

	it('keeps no address: nothing in memory says who read (个人信息保护法第六条)', () => {
		const { tally, read } = tallyAt();
		read(1, '203.0.113.77');
		const seen = JSON.stringify(tally, (_key, value) =>
			value instanceof Map || value instanceof Set ? [...value] : value,
		);
		expect(seen).not.toContain('203.0.113.77');
	});

	it('forgets the older half of very many rather than growing', () => {
		const { tally } = tallyAt();
		for (let n = 0; n < 60_000; n += 1) tally.note(1, '2026-06', { address: `a${n}`, userAgent: BROWSER });
		expect(tally.pending(1)).toBe(60_000);
	});
});

describe('writing', () => {
	it('hands over sums by document and month, once', async () => {
		const { tally, read } = tallyAt();
		read(1, 'a', '2026-05');
		read(1, 'b', '2026-05');
		read(1, 'c', '2026-06');
		expect(await written(tally)).toEqual([
			{ id: 1, month: '2026-05', reads: 2 },
			{ id: 1, month: '2026-06', reads: 1 },
		]);
		expect(await written(tally)).toEqual([]);
		expect(tally.pending(1)).toBe(0);
	});

	it('what could not be written stays, with what came meanwhile', async () => {
		const { tally, read } = tallyAt();
		read(1, 'a');
		const failing = tally.flush(async () => {
			read(1, 'b');
			throw new Error('database away');
		});
		await expect(failing).rejects.toThrow('database away');
		expect(tally.pending(1)).toBe(2);
		expect(await written(tally)).toEqual([{ id: 1, month: '2026-06', reads: 2 }]);
	});

	it('while one batch is under way no second begins: nothing is written twice', async () => {
		const { tally, read } = tallyAt();
		read(1, 'a');
		let finish = () => {};
		const first = tally.flush(
			() =>
				new Promise<void>((resolve) => {
					finish = resolve;
				}),
		);
		read(1, 'b');
		expect(tally.pending(1)).toBe(2);
		expect(await written(tally)).toEqual([]);
		finish();
		await first;
		expect(await written(tally)).toEqual([{ id: 1, month: '2026-06', reads: 1 }]);
	});
});
