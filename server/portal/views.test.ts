import { describe, expect, test } from 'vitest';
import { inView, keepView, outOfView, viewOf } from './views.ts';

describe('the address of a view', () => {
	test.each([
		['/elder/d/12', 'elder', '/d/12'],
		['/elder', 'elder', '/'],
		['/elder/', 'elder', '/'],
		['/elder?page=2', 'elder', '/?page=2'],
		['/contrast/search?q=a%2Fb', 'contrast', '/search?q=a%2Fb'],
		['/', null, '/'],
		['/elderly', null, '/elderly'],
		['/d/elder/1', null, '/d/elder/1'],
		['/elder//evil.example', null, '/elder//evil.example'],
		['/elder/api/session', null, '/elder/api/session'],
		['/elder/workbench', null, '/elder/workbench'],
		['/elder/assets/site.css', null, '/elder/assets/site.css'],
		['/elder/contrast/d/1', null, '/elder/contrast/d/1'],
	])('%s', (given, view, url) => {
		expect(viewOf(given)).toEqual({ view, url });
	});

	test('read back from what was made', () => {
		for (const path of ['/', '/d/1', '/search?q=x'])
			expect(viewOf(inView('elder', path))).toEqual({ view: 'elder', url: path });
	});

	test('out of a view stands a dot that browsers drop', () => {
		expect(new URL(outOfView(null, '/d/1?x=1'), 'https://a.cn/elder/d/1').pathname).toBe('/d/1');
		expect(new URL(outOfView('contrast', '/'), 'https://a.cn/elder/').pathname).toBe('/contrast/');
	});
});

test('links and forms stay in the view; the stylesheet, other hosts and ways out do not', () => {
	const html =
		'<link href="/assets/s.css"><a href="/guide"></a><a href="/"></a><a href="//x.cn"></a><a href="https://y.cn/"></a><a href="/./guide"></a><a href="#main"></a><form action="/search"></form><a href="/workbench/"></a>';
	expect(keepView(html, 'elder')).toBe(
		'<link href="/assets/s.css"><a href="/elder/guide"></a><a href="/elder/"></a><a href="//x.cn"></a><a href="https://y.cn/"></a><a href="/./guide"></a><a href="#main"></a><form action="/elder/search"></form><a href="/workbench/"></a>',
	);
	expect(keepView(html, null)).toBe(html);
});
