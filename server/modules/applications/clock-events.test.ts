import { describe, expect, it } from 'vitest';
import { parseClockFile } from './clock-events.ts';

const issuesOf = (value: unknown) => {
	const result = parseClockFile(value);
	return result.ok ? [] : result.issues.map(({ field, message }) => `${field}: ${message}`);
};
const received = { type: 'received', on: '2026-02-10' };

describe('parseClockFile', () => {
	it('reads a file and a bare list, and fills what may be left out', () => {
		const events = [
			received,
			{ type: 'consultationSent', on: '2026-02-12', kind: 'thirdParty' },
			{ type: 'ended', on: '2026-03-01' },
		];
		const expected = [
			received,
			{ type: 'consultationSent', on: '2026-02-12', kind: 'thirdParty', id: '1' },
			{ type: 'ended', on: '2026-03-01', reason: 'other' },
		];
		expect(parseClockFile(events)).toEqual({ ok: true, value: { events: expected } });
		expect(parseClockFile({ calendarAsOf: '2026-01-01', events })).toEqual({
			ok: true,
			value: { calendarAsOf: '2026-01-01', events: expected },
		});
	});

	it.each([
		['不是对象', ': 应为JSON对象。'],
		[null, ': 应为JSON对象。'],
		[{}, 'events: 缺少这一项。'],
		[{ events: [] }, 'events: 事件应为1至10000个。'],
		[{ events: [received], today: '2026-01-01' }, ': 不认识的项：today。'],
		[{ events: [received], calendarAsOf: 'now' }, 'calendarAsOf: 应为实际存在的日期，格式如2026-02-10。'],
		[[{ type: 'received', on: '2026-02-30' }], 'events.0.on: 第1个事件的on：应为实际存在的日期，格式如2026-02-10。'],
		[[{ type: 'received' }], 'events.0.on: 第1个事件的on：缺少这一项。'],
		[[{ type: 'received', on: 20260210 }], 'events.0.on: 第1个事件的on：应为文字。'],
		[[received, { ...received, note: 'x' }], 'events.1: 第2个事件：不认识的项：note。'],
		[[received, 'served'], 'events.1: 第2个事件：应为JSON对象。'],
		[
			[{ ...received, channel: 'pigeon' }],
			'events.0.channel: 第1个事件的channel：应为：counter、oral、post、ordinaryPost、online、email、fax。',
		],
		[
			[received, { type: 'extended', on: '2026-03-01', days: 0 }],
			'events.1.days: 第2个事件的days：应为1至366之间的整数。',
		],
		[[received, { type: 'extended', on: '2026-03-01', days: 1.5 }], 'events.1.days: 第2个事件的days：应为整数。'],
		[[received, { type: 'extended', on: '2026-03-01', days: '五' }], 'events.1.days: 第2个事件的days：应为数字。'],
		[[{ type: 'served', on: '2026-03-01' }], 'events: 缺少收到申请的事件（received）。'],
		[
			[received, { type: 'consultationSent', on: '2026-02-12', kind: 'thirdParty', deliveredOn: '2026-02-11' }],
			'events.1: 第2个事件：2026-02-11早于该事件的日期2026-02-12。',
		],
		[
			[received, { type: 'delayed', on: '2026-02-12', until: '2026-02-11' }],
			'events.1: 第2个事件：2026-02-11早于该事件的日期2026-02-12。',
		],
		[
			[received, { type: 'supplementRequested', on: '2026-02-12', until: '2026-02-11' }],
			'events.1: 第2个事件：2026-02-11早于该事件的日期2026-02-12。',
		],
	])('%j: %s', (value, message) => {
		expect(issuesOf(value)).toContain(message);
	});

	it('names the event types when one is misspelt', () => {
		expect(issuesOf([{ type: 'recieved', on: '2026-02-10' }])[0]).toMatch(
			/^events\.0\.type: 第1个事件的type：没有这种事件，应为：received、confirmed、/,
		);
	});

	it('finds every mistake at once, and never answers in English sentences', () => {
		const found = issuesOf([{ type: 'extended', on: 'x', days: [], more: 1 }, 7]);
		expect(found.length).toBeGreaterThanOrEqual(4);
		for (const text of found) expect(text).not.toMatch(/expected|invalid|received [a-z]/i);
	});

	it('does not choke on a long or strange file', () => {
		expect(issuesOf(Array.from({ length: 10_001 }, () => received))).toEqual(['events: 事件应为1至10000个。']);
		expect(parseClockFile(JSON.parse('[{"type":"received","on":"2026-02-10","__proto__":{"x":1}}]')).ok).toBe(false);
	});
});
